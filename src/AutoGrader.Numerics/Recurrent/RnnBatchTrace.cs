namespace AutoGrader.Numerics.Recurrent;

/// <summary>What a <see cref="VanillaRnn"/> computed for a batch: all that <see cref="BackpropagationThroughTime"/> needs.</summary>
public sealed class RnnBatchTrace : BatchTrace<RnnTrace>
{
    internal RnnBatchTrace(
        RecurrentState initial, SequenceBatch inputs, SequenceBatch preActivations, SequenceBatch states, RecurrentState final)
        : base(
            initial,
            states,
            final,
            b => new RnnTrace(initial.Row(b), preActivations.Sequence(b), states.Sequence(b), final.Row(b))) =>
        (Inputs, PreActivations) = (inputs, preActivations);

    /// <summary>X, T×B×d.</summary>
    public SequenceBatch Inputs { get; }

    /// <summary>aₜ, T×B×h: what went into f, before it was clipped.</summary>
    public SequenceBatch PreActivations { get; }
}
