// Data
export function DatasetsPage() {
  return <h1>Data</h1>;
}
