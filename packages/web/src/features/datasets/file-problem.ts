// What can be said of a file before it is sent: everything else only its content tells, and the server reads that.
import { ApiProblem } from '../../api/problem.ts';

export const mostMegabytes = 50;

/** Why these files cannot be uploaded, or null. */
export function fileProblem(files: readonly Pick<File, 'name' | 'size'>[]): ApiProblem | null {
  const [file] = files;
  if (!file) return null;
  if (files.length > 1) {
    return problem(
      'web.several_files',
      `One file is read at a time; got ${files.length}. Put everything into one table and upload that.`,
    );
  }
  if (file.size === 0) {
    return problem('web.empty_file', 'The file is empty. Save your table again and upload the new file.');
  }
  const megabytes = Math.ceil(file.size / (1024 * 1024));
  if (megabytes <= mostMegabytes) return null;
  return problem(
    'web.file_too_large',
    `Files up to ${mostMegabytes} MB are read; this one has ${megabytes} MB. Keep one row for each period and only ` +
      'the columns that are needed.',
  );
}

const problem = (code: string, detail: string) => new ApiProblem({ status: 400, code, detail });
