// @ts-check
// Imported first by every command: an old Node would otherwise fail later with a message that nobody can act on.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || (major === 24 && minor >= 11) || major > 24;

if (!isSupported) {
  console.error(`Node ${process.versions.node} kan ikke bruges: der kræves Node 20.19+, 22.13+ eller 24.11+.`);
  console.error(`Node ${process.versions.node} will not do: Node 20.19+, 22.13+ or 24.11+ is needed. https://nodejs.org`);
  process.exit(1);
}
