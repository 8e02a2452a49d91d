// The page of the server's settings, from the table the server reads its environment with.
import { configurationTable } from '@mixmodel/server';

export function configurationPage(): string {
  const rows = configurationTable.map(
    (row) => `| \`${row.name}\` | ${row.default === '' ? '' : `\`${row.default}\``} | ${row.meaning} |`,
  );
  return `# Configuration

<!-- Written by \`npm run docs\` from the server's own table. -->

The server reads these variables when it starts, says everything that is wrong with them at once, and needs none of them.

| variable | default | meaning |
|---|---|---|
${rows.join('\n')}
`;
}
