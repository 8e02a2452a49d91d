// Charts as files: SVG as drawn, PNG by way of a canvas, CSV with every number at full precision.
import { type Chart, darkPalette, lightPalette, toCsv, toSvg } from '@mixmodel/report/charts';
import { saveBlob } from '../../../api/download.ts';

export type Theme = 'light' | 'dark';

/** Wide enough for a slide, narrow enough that 12 px stay readable. */
const exportWidth = 960;

/** Twice as many pixels as CSS pixels: sharp on paper and on dense screens. */
const pngScale = 2;

const palettes = { light: lightPalette, dark: darkPalette };

function svgOf(chart: Chart, theme: Theme): string {
  return toSvg(chart, { width: exportWidth, palette: palettes[theme] });
}

export function saveSvg(chart: Chart, theme: Theme): void {
  saveBlob(new Blob([svgOf(chart, theme)], { type: 'image/svg+xml' }), `${chart.id}.svg`);
}

export function saveCsv({ table, id }: Chart): void {
  saveBlob(new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }), `${id}.csv`);
}

export async function savePng(chart: Chart, theme: Theme): Promise<void> {
  saveBlob(await pngOf(svgOf(chart, theme), palettes[theme].background), `${chart.id}.png`);
}

async function pngOf(svg: string, background: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * pngScale;
  canvas.height = image.naturalHeight * pngScale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no canvas');
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png');
  });
}
