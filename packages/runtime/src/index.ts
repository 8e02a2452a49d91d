// The runtime's only door: the engine in worker threads, draws in Zarr, hashes of inputs.
export { canonicalJson } from './canonical-json.ts';
export { checkpointed, type SegmentPlace, type SegmentStore } from './checkpoints/checkpointed.ts';
export { segmentBytes, segmentFrom } from './checkpoints/segment-bytes.ts';
export { chainViewOf } from './draws/chain-view.ts';
export { constantsOf } from './draws/constants.ts';
export { checkDrawsPath, loadDraws, saveDraws } from './draws/file.ts';
export type { ConstantArray, Coordinate, StoredDraws } from './draws/layout.ts';
export { readDraws } from './draws/read.ts';
export { type DrawsStore, directoryStore, memoryStore, type ReadableStore } from './draws/store.ts';
export { writeDraws } from './draws/write.ts';
export { zipOf } from './draws/zip.ts';
export { type Reassembled, reassembleInThread } from './draws-thread/reassemble.ts';
export { type Cost, costOf, memoryMbOf } from './estimate.ts';
export { type FitInThreadsOptions, fitInThreads } from './fit-in-threads.ts';
export { fitInOwnThread, type OwnThreadOptions } from './fit-thread/fit-in-own-thread.ts';
export type { FitSettings, OwnThreadProgress } from './fit-thread/messages.ts';
export { modelSha256, sha256, specSha256 } from './hash.ts';
export { type WorkerPool, type WorkerPoolOptions, workerPool } from './threads/pool.ts';
