// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api-client.js';
import { i18n, loadAllSentences, turnToLanguage } from '../i18n.js';
import { DateField } from './DateField.js';
import { ReasonField } from './form-fields.js';
import { SideDrawerForm } from './SideDrawerForm.js';

beforeAll(async () => {
  await turnToLanguage('da');
  await loadAllSentences();
});
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  // The browser of the tests knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(props: Partial<Parameters<typeof SideDrawerForm>[0]> = {}) {
  const calls = { onClose: vi.fn(), onSubmit: vi.fn() };
  render(
    inProduct(
      <SideDrawerForm title="Ret udløbsdato" opened submitLabel="Gem ændringen" {...calls} {...props}>
        <ReasonField value="" onChange={() => undefined} error={props.errors?.find(({ id }) => id === 'reason')?.message} />
      </SideDrawerForm>,
    ),
  );
  return calls;
}
const root = createRootRoute();
const routeTree = root.addChildren(['/', '/clusters', '/sign-in'].map((path) => createRoute({ getParentRoute: () => root, path })));
let router = newRouter();
beforeEach(() => {
  router = newRouter();
});
function newRouter() {
  return createRouter({ routeTree, history: createMemoryHistory() });
}
function inProduct(part: ReactNode) {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test" forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
        <QueryClientProvider client={new QueryClient()}>
          <RouterContextProvider router={router}>{part}</RouterContextProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const reason = { id: 'reason', label: 'Begrundelse', message: 'Skriv, hvorfor du ændrer det.' };
const date = { id: 'validUntil', label: 'Gyldig til', message: 'Datoen skal ligge efter tildelingen.' };

it('is a dialog with its title as name, and saves once', () => {
  const { onSubmit } = show();
  expect(screen.getByRole('dialog', { name: 'Ret udløbsdato' })).toBeTruthy();
  press('Gem ændringen');
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

it('says what it does while it is busy', () => {
  show({ isSaving: true, busyLabel: 'Ser efter …' });
  expect(screen.getByRole('button', { name: 'Ser efter …' })).toBeTruthy();
});

it('does not save twice while it saves', () => {
  const { onSubmit } = show({ isSaving: true });
  press('Gemmer …');
  expect(onSubmit).not.toHaveBeenCalled();
});

it('one mistake: the field gets the focus and says what is wrong', () => {
  show({ errors: [reason] });
  const field = screen.getByLabelText(/Begrundelse/);
  expect(document.activeElement).toBe(field);
  expect(
    document.getElementById(
      field
        .getAttribute('aria-describedby')
        ?.split(' ')
        .find((id) => id.includes('error')) ?? '',
    )?.textContent,
  ).toBe(reason.message);
});

it('several mistakes: a summary on top with a way to each field', () => {
  show({ errors: [date, reason] });
  expect(screen.getByRole('alert').textContent).toContain('Ret 2 felter, før du gemmer');
  fireEvent.click(screen.getByRole('link', { name: `Begrundelse: ${reason.message}` }));
  expect(document.activeElement).toBe(screen.getByLabelText(/Begrundelse/));
});

/** Two fields and their mistakes, each gone when its field is typed in: as forms do it, with a new list each time. */
function TwoFields() {
  const [typed, setTyped] = useState({ date: '', reason: '' });
  const [isTold, setTold] = useState(false);
  const errors = isTold ? [date, reason].filter(({ id }) => typed[id === 'reason' ? 'reason' : 'date'] === '') : [];
  return (
    <SideDrawerForm title="Ret" opened submitLabel="Gem ændringen" onClose={() => undefined} onSubmit={() => setTold(true)} errors={errors}>
      <DateField id="validUntil" label="Gyldig til" value={typed.date} onChange={(text) => setTyped({ ...typed, date: text })} />
      <ReasonField value={typed.reason} onChange={(text) => setTyped({ ...typed, reason: text })} />
    </SideDrawerForm>
  );
}

it.each([
  ['31/3-27', '31.03.2027'],
  ['31. marts 2027', '31.03.2027'],
  ['snart', 'snart'],
])('a date field that is left says in full how "%s" was understood', (text, shown) => {
  render(inProduct(<TwoFields />));
  const field = screen.getByLabelText<HTMLInputElement>(/Gyldig til/);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
  expect(field.value).toBe(shown);
});

it('whoever corrects one of two mistakes goes on typing where they are', () => {
  render(inProduct(<TwoFields />));
  press('Gem ændringen');
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  const field = screen.getByLabelText(/Gyldig til/);
  field.focus();
  fireEvent.change(field, { target: { value: '3' } });
  expect(document.activeElement).toBe(field);
  press('Gem ændringen');
  expect(document.activeElement).toBe(screen.getByLabelText(/Begrundelse/));
});

it.each([
  [new ApiProblem('changed-meanwhile', 409, 'Jonas Krag ændrede datoen kl. 10.31.', 'r1'), 'Jonas Krag ændrede datoen kl. 10.31.'],
  [new ApiProblem('not-signed-in', 401, '', 'r2'), 'Log ind igen for at gemme.'],
  [new ApiProblem('internal', 500, 'Noget gik galt.', 'r3'), 'Fejlnummer r3'],
  [new ApiProblem('offline', 0, '', null), 'Der er ingen forbindelse til serveren.'],
])('says why it was not saved: %s', (problem, sentence) => {
  show({ problem });
  expect(screen.getByRole('alert').textContent).toContain(sentence);
});

it('asks before it throws away what was typed', () => {
  const ask = vi.fn(() => false);
  vi.stubGlobal('confirm', ask);
  const { onClose } = show({ isDirty: true });
  press('Annullér');
  expect(ask).toHaveBeenCalledTimes(1);
  expect(onClose).not.toHaveBeenCalled();
  ask.mockReturnValue(true);
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('asks before the page is left with something typed in it, and lets nothing go when a session ends', async () => {
  const ask = vi.fn(() => false);
  vi.stubGlobal('confirm', ask);
  show({ isDirty: true });
  router.history.push('/clusters');
  await waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  router.history.replace('/sign-in');
  await new Promise((resolve) => void setTimeout(resolve));
  expect(ask).toHaveBeenCalledTimes(1);
  expect(router.history.location.pathname).toBe('/');
  ask.mockReturnValue(true);
  router.history.push('/clusters');
  await waitFor(() => expect(router.history.location.pathname).toBe('/clusters'));
});

it('asks nothing where nothing was typed', async () => {
  const ask = vi.fn(() => false);
  vi.stubGlobal('confirm', ask);
  show();
  router.history.push('/clusters');
  await waitFor(() => expect(router.history.location.pathname).toBe('/clusters'));
  expect(ask).not.toHaveBeenCalled();
});

it('gives the focus back to what opened it', () => {
  const opener = document.body.appendChild(document.createElement('button'));
  opener.focus();
  show();
  screen.getByLabelText(/Begrundelse/).focus();
  expect(document.activeElement).not.toBe(opener);
  cleanup();
  expect(document.activeElement).toBe(opener);
  opener.remove();
});
