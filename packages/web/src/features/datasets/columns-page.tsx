// Columns
export function ColumnsPage() {
  return <h1>Columns</h1>;
}
