import type { Page } from 'playwright-core';

/**
 * What axe does not see, asked of the page as it is shown now. Each check answers with one line for each fault; none is good.
 * The functions given to `evaluate` run in the browser and can use nothing from outside.
 */

/** The page itself never scrolls sideways (WCAG 1.4.10, reflow at 320 CSS pixels). */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const widest = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()} «${(element.textContent ?? '').trim().slice(0, 40)}»`);
    return [`${scrollWidth} wide in ${clientWidth}: ${widest.join(', ')}`];
  });
}

/** Everything that takes the focus has a name, and can be seen when it has it (WCAG 4.1.2, 2.4.7, 2.4.11). */
export async function hiddenOrNamelessFocus(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const focusable = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]:not([tabindex="-1"])';
    const textOf = (ids: string | null) =>
      (ids ?? '')
        .split(/\s+/)
        .map((id) => (id ? (document.getElementById(id)?.textContent ?? '') : ''))
        .join(' ')
        .trim();
    const nameOf = (element: HTMLElement) =>
      textOf(element.getAttribute('aria-labelledby')) ||
      element.getAttribute('aria-label')?.trim() ||
      ('labels' in element
        ? [...(element.labels as NodeListOf<HTMLElement>)]
            .map(({ textContent }) => textContent)
            .join(' ')
            .trim()
        : '') ||
      element.textContent?.trim() ||
      element.title.trim();
    const isUsable = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) && !(element as HTMLButtonElement).disabled;
    const isOnScreen = (element: HTMLElement) => {
      const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      return boxes.some((box) => {
        // Of something taller than the window, the part that is in it counts.
        const within = (from: number, to: number, end: number) => [Math.max(0, from), Math.min(end, to)] as const;
        const [left, right] = within(box.left, box.right, innerWidth);
        const [top, bottom] = within(box.top, box.bottom, innerHeight);
        const xs = [0.5, 0.1, 0.9].map((part) => left + (right - left) * part);
        const ys = [0.5, 0.1, 0.9].map((part) => top + (bottom - top) * part);
        return xs.some((x) =>
          ys.some((y) => {
            if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
            const hit = document.elementFromPoint(x, y);
            return hit !== null && (element.contains(hit) || hit.contains(element));
          }),
        );
      });
    };
    /**
     * Styles may take some frames to follow, more on a busy machine; and what arrives meanwhile may push the element out again, or take it away.
     * A key brings the focus to the middle of the window, where a script's focus only just reaches the edge.
     */
    const isOnScreenSoon = async (element: HTMLElement) => {
      for (let tries = 0; tries < 20 && element.isConnected && !isOnScreen(element); tries += 1) {
        await new Promise((done) => setTimeout(done, 50));
        element.scrollIntoView({ block: 'center' });
      }
      return !element.isConnected || isOnScreen(element);
    };
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(focusable)) {
      if (element.tabIndex < 0 || !isUsable(element)) continue;
      const name = nameOf(element);
      const what = `${element.tagName.toLowerCase()} «${(name || element.outerHTML).slice(0, 60)}»`;
      if (!name) faults.push(`no name: ${what}`);
      element.focus();
      // The focus lies in a frame's page, to which a browser scrolls when the key is pressed but not when a script asks.
      if (element instanceof HTMLIFrameElement) element.scrollIntoView({ block: 'nearest' });
      if (document.activeElement !== element) faults.push(`takes no focus: ${what}`);
      else if (!isOnScreen(element) && !(await isOnScreenSoon(element))) faults.push(`off the screen or covered when focused: ${what}`);
    }
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
    return faults;
  });
}

type Colour = [red: number, green: number, blue: number, alpha: number];

/** What the checks of colours share, laid into the page: functions given to `evaluate` cannot call each other. */
interface Colours {
  read(text: string): Colour | null;
  contrast(one: Colour, other: Colour): number;
  /** A colour that lets something through, upon what lies under it. */
  over(colour: Colour, ground: Colour): Colour;
  /** What an element is drawn upon. */
  behind(element: Element): Colour;
  isShown(element: Element): boolean;
}

declare global {
  var coloursOfThePage: Colours;
}

async function layColours(page: Page): Promise<void> {
  await page.evaluate(() => {
    const luminance = ([red, green, blue]: Colour) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const colours: Colours = {
      read: (text) => {
        const numbers = /^rgba?\(([^)]+)\)$/
          .exec(text)?.[1]
          ?.split(/[\s,/]+/)
          .map(Number);
        if (!numbers || numbers.length < 3) return null;
        const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
        return [red, green, blue, alpha];
      },
      contrast: (one, other) => {
        const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
      },
      over: ([red, green, blue, alpha], [r, g, b]) => [
        red * alpha + r * (1 - alpha),
        green * alpha + g * (1 - alpha),
        blue * alpha + b * (1 - alpha),
        1,
      ],
      behind: (element) => {
        const layers: Colour[] = [];
        for (let box = element.parentElement; box; box = box.parentElement) {
          const layer = colours.read(getComputedStyle(box).backgroundColor);
          if (layer && layer[3] > 0) layers.push(layer);
          if (layer?.[3] === 1) break;
        }
        return layers.reduceRight((below, layer) => colours.over(layer, below), [255, 255, 255, 1]);
      },
      isShown: (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    };
    globalThis.coloursOfThePage = colours;
  });
}

/** Text in drawings at least 4.5 to what lies behind it, shapes that mean something at least 3 (WCAG 1.4.3, 1.4.11). */
export async function faintDrawings(page: Page): Promise<string[]> {
  await layColours(page);
  return [...(await faintSigns(page)), ...(await faintBars(page))];
}

async function faintSigns(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { read, contrast, over, behind, isShown } = globalThis.coloursOfThePage;
    const isOff = (element: Element) => element.closest('[disabled], [aria-disabled="true"], [data-disabled]') !== null;
    const faults: string[] = [];
    const say = (what: string, ratio: number, shape: Element) => {
      const around = (shape.closest('svg')?.parentElement?.textContent ?? '').trim().slice(0, 30);
      faults.push(`${what} ${ratio.toFixed(2)}: ${shape.outerHTML.slice(0, 90)} in «${around}»`);
    };
    const paintsOf = (shape: Element) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [read(fill), read(stroke)].filter((colour) => colour !== null).filter(([, , , alpha]) => alpha > 0);
    };
    for (const svg of document.querySelectorAll('svg')) {
      if (!isShown(svg) || isOff(svg)) continue;
      const own = read(getComputedStyle(svg).backgroundColor);
      const grounds = [own ? over(own, behind(svg)) : behind(svg)];
      for (const shape of svg.querySelectorAll('path, circle, rect, line, polyline, polygon, ellipse, text')) {
        if (shape.closest('defs, clipPath, mask, pattern') || !isShown(shape)) continue;
        const paints = paintsOf(shape);
        const best = Math.max(0, ...paints.flatMap((paint) => grounds.map((ground) => contrast(over(paint, ground), ground))));
        // Painted like its ground: the ground of what comes after it.
        if (best < 1.05) continue;
        if (shape.tagName === 'text' && best < 4.5) say('text', best, shape);
        else if (best < 3) say('shape', best, shape);
        grounds.push(...paints);
      }
    }
    return faults;
  });
}

/** Bars of the watch line: fill, edge or inner edge must stand out. The lines of the years only help the eye. */
async function faintBars(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { read, contrast, over, behind, isShown } = globalThis.coloursOfThePage;
    const bars = [...document.querySelectorAll<HTMLElement>('[class*="_line_"] > i[style*="width"]')];
    return bars.filter(isShown).flatMap((bar) => {
      const ground = behind(bar);
      const { backgroundColor, borderTopColor, borderTopWidth, boxShadow } = getComputedStyle(bar);
      const edges = [
        read(backgroundColor),
        parseFloat(borderTopWidth) > 0 ? read(borderTopColor) : null,
        read(/^rgba?\([^)]+\)/.exec(boxShadow)?.[0] ?? ''),
      ].filter((colour) => colour !== null);
      const best = Math.max(1, ...edges.filter(([, , , alpha]) => alpha > 0).map((edge) => contrast(over(edge, ground), ground)));
      return best < 3 ? [`bar ${best.toFixed(2)}: ${bar.className}`] : [];
    });
  });
}

/** A header that sorts stays a header and holds a real button (screens: sortable tables). */
export async function spoiledHeaders(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('th, [role="columnheader"]')]
      .filter((header) => header.hasAttribute('aria-sort') || header.querySelector('button') || header.getAttribute('role') === 'button')
      .filter(
        (header) =>
          header.tagName !== 'TH' || header.hasAttribute('role') || header.hasAttribute('tabindex') || !header.querySelector('button'),
      )
      .map((header) => header.outerHTML.slice(0, 90)),
  );
}

/** What a finger has to hit is 24 pixels high and wide, or has that much room around it (WCAG 2.5.8, with its exceptions). */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 24;
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const label = element.matches('input[type="radio"], input[type="checkbox"]') ? element.closest('label') : null;
        return { element, box: (label ?? element).getBoundingClientRect() };
      })
      .filter(({ box }) => box.width > 0 && box.height > 0);
    /** A link in a sentence is as high as its line. */
    const isInSentence = (element: HTMLElement) => {
      const around = element.closest('p, li, dd, span, h1, h2, h3');
      const rest = (around?.textContent ?? '').replace(element.textContent ?? '', '').trim();
      return element.tagName === 'A' && getComputedStyle(element).display === 'inline' && rest.length > 0;
    };
    const isSmall = ({ box }: (typeof targets)[number]) => box.width < least - 0.5 || box.height < least - 0.5;
    const middle = ({ box }: (typeof targets)[number]) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    const distanceTo = (box: DOMRect, { x, y }: { x: number; y: number }) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    return targets
      .filter((target) => isSmall(target) && !isInSentence(target.element))
      .flatMap((target) => {
        const centre = middle(target);
        const near = targets.find((other) => {
          if (other.element === target.element || other.element.contains(target.element) || target.element.contains(other.element))
            return false;
          if (distanceTo(other.box, centre) < least / 2 - 0.5) return true;
          const theirs = middle(other);
          return isSmall(other) && Math.hypot(theirs.x - centre.x, theirs.y - centre.y) < least - 0.5;
        });
        if (!near) return [];
        const say = ({ element, box }: (typeof targets)[number]) =>
          `${element.tagName.toLowerCase()} «${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}» ${Math.round(box.width)}x${Math.round(box.height)}`;
        return [`${say(target)} beside ${say(near)}`];
      });
  });
}
