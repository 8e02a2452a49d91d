// The version of the engine's arithmetic: raised whenever a golden-hash test shows changed bits.
export const ENGINE_NUMERICS = 3;
