// Worker entry: an Excel workbook's bytes to plain rows. Plain JavaScript, so that src and dist start the same file.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// The CommonJS build carries the code pages that old .xls files need.
const XLSX = createRequire(import.meta.url)('@e965/xlsx');

/** Days from SheetJS's day 0 (1899-12-30, or 1904-01-01 in old Mac workbooks) to 1970-01-01. */
const EPOCH_1900 = 25569;
const EPOCH_1904 = 24107;

parentPort.postMessage(answer());

function answer() {
  try {
    return readWorkbook(workerData);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: /password|encrypt/i.test(message) ? 'encrypted' : 'damaged', detail: message };
  }
}

function readWorkbook({ bytes, sheet, maxRows, maxColumns }) {
  const book = XLSX.read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellText: true,
    cellFormula: true,
    cellHTML: false,
    sheetRows: maxRows + 1,
  });
  const chosen = sheet ?? book.SheetNames.find((name) => isTable(book.Sheets[name])) ?? book.SheetNames[0];
  if (!book.SheetNames.includes(chosen)) return { kind: 'no_sheet', sheets: book.SheetNames };
  const epoch = book.Workbook?.WBProps?.date1904 ? EPOCH_1904 : EPOCH_1900;
  return {
    kind: 'read',
    sheet: chosen,
    sheets: book.SheetNames,
    ...rowsOf(book.Sheets[chosen], epoch, maxColumns),
  };
}

/** Chart sheets have no cells, notes sheets no second column. */
function isTable(sheet) {
  const rows = sheet?.['!data'] ?? [];
  return rows.filter((cells) => (cells ?? []).filter((c) => c && c.v !== undefined).length > 1).length > 1;
}

function rowsOf(sheet, epoch, maxColumns) {
  const rows = [];
  let width = 0;
  const data = sheet['!data'] ?? [];
  const top = sheet['!ref'] ? XLSX.utils.decode_range(sheet['!ref']).s.r : 0;
  for (let r = Math.min(top, 0); r < data.length; r += 1) {
    const line = data[r];
    if (!line) continue;
    width = Math.max(width, line.length);
    if (width > maxColumns) return { rows: [], width };
    rows.push({ row: r + 1, cells: Array.from(line, (cell) => plainValue(cell, epoch)) });
  }
  return { rows, width };
}

function plainValue(cell, epoch) {
  if (!cell) return null;
  if (cell.t === 'n') {
    const isDate = typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z) && /[ymd]/i.test(cell.z);
    // Half a microday keeps 45291.99999999 on its day.
    return isDate ? { day: Math.floor(cell.v + 5e-7) - epoch } : cell.v;
  }
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  if (cell.v === undefined || cell.v === '') return cell.f ? `=${cell.f}` : null;
  return String(cell.v);
}
