// The committed WASM bytes as a kernel's stages. The engine sees no DOM types: the little it needs is declared here.
import type { Stages } from './assemble.ts';
import { decodeBase64 } from './base64.ts';
import { kernelBytes } from './bytes.ts';
import type { CoordinateStages } from './coordinates.ts';

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

interface Wasm {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: { env: { memory: WasmMemory } }) => { readonly exports: unknown };
  Memory: new (size: { initial: number; maximum: number }) => WasmMemory;
}

const PAGE = 65536;

// Reached through globalThis, not declared: programs that have WebAssembly's own types import this file too.
// eslint-disable-next-line no-restricted-globals -- whether there is WebAssembly changes the speed, never the bits
const wasm = (globalThis as unknown as { WebAssembly?: Wasm }).WebAssembly;

let available: boolean | undefined;
let compiled: object | undefined;

/** Whether this machine runs the kernel's bytes: WebAssembly with 128-bit SIMD, and numbers stored as WASM stores them. */
export function wasmIsAvailable(): boolean {
  available ??= littleEndian() && wasm?.validate(decodeBase64(kernelBytes)) === true;
  return available;
}

function littleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
}

/** Exactly as large as needed and never grown: growing would detach every view. */
export function wasmMemory(numbers: number): WasmMemory {
  const pages = Math.ceil((8 * numbers) / PAGE);
  return new (required().Memory)({ initial: pages, maximum: pages });
}

/** What the bytes export: the kernel's stages, those of coordinates.ts, and what the sampler asks for, which needs no layout. */
interface Exports extends Stages, CoordinateStages {
  lowRank(size: number, fours: number, at: number): void;
  normals(count: number, at: number): number;
}

/** The module is compiled once per thread. */
export function wasmStages(memory: WasmMemory): Exports {
  const { Module, Instance } = required();
  compiled ??= new Module(decodeBase64(kernelBytes));
  return new Instance(compiled, { env: { memory } }).exports as Exports;
}

function required(): Wasm {
  if (wasm === undefined) {
    throw new Error('The WASM kernel needs WebAssembly, which is not here. Use createKernel or plainKernel.');
  }
  return wasm;
}
