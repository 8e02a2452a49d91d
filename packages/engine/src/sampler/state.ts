// The state of a chain between two transitions: plain data, so it survives a structured clone and a checkpoint.

/** M⁻¹ = S(I + U(Λ − I)Uᵀ)S: diagonal scale S, kept eigenvectors U (rank × size, row-major), eigenvalues Λ. */
export interface MetricState {
  readonly scale: Float64Array;
  readonly vectors: Float64Array;
  readonly values: Float64Array;
}

export interface ChainState {
  /** Index of the next draw, warm-up included: the third word of the random counter. */
  readonly draw: number;
  /** Unconstrained position. */
  readonly position: Float64Array;
  readonly stepSize: number;
  readonly metric: MetricState;
}
