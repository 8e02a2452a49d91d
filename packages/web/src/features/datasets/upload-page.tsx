// Which data?
export function UploadPage() {
  return <h1>Which data?</h1>;
}
