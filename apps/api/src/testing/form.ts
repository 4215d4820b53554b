/** A file as it is sent. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

/** The smallest file that is one of the kinds that are taken. */
export const smallPdf: SentFile = { name: 'prøve.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n') };

const border = 'klyngevagt-border';
export const formType = `multipart/form-data; boundary=${border}`;

/** A form as browsers write one: its fields in their order, then the file. */
export function formBody(fields: Record<string, unknown>, file: SentFile | null): Buffer {
  const texts = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    return Buffer.from(`--${border}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${text}\r\n`);
  });
  const end = Buffer.from(`--${border}--\r\n`);
  return Buffer.concat([...texts, ...(file ? [fileHead(file.name), file.bytes, Buffer.from('\r\n')] : []), end]);
}

export function fileHead(name: string): Buffer {
  return Buffer.from(
    `--${border}\r\ncontent-disposition: form-data; name="file"; filename="${quoted(name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
  );
}

function quoted(text: string): string {
  return text.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
