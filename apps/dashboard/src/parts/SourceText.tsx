/** A source as recorded; web addresses in it can be followed. */
export function SourceText({ source }: { source: string }) {
  const parts = source.split(/(https?:\/\/[^\s)]+)/);
  return (
    <span>
      {parts.map((part, index) =>
        /^https?:\/\//.test(part) ? (
          <a href={part} key={index} rel="noreferrer" target="_blank">
            {hostOf(part)}
          </a>
        ) : (
          part
        ),
      )}
    </span>
  );
}

function hostOf(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}
