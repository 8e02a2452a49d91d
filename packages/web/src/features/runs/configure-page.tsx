// Choose the model
export function ConfigurePage() {
  return <h1>Choose the model</h1>;
}
