namespace AlphaMix.Core.Experts;

/// <summary>
/// One trained group: M experts that share slow weights. Its answer is the mean of its experts' logits for the same sample (paper, section
/// 3.2, "Ensembling During Testing"). Immutable and safe to share between threads; scratch memory is the caller's.
/// </summary>
/// <remarks>
/// The rank-one factors are folded into one dense matrix an expert, diag(r_i) W diag(s_i), and one bias, b o s_i + b_i, so that
/// inference is M plain networks. LeakyReLU has slope 0.01.
/// </remarks>
public sealed class ExpertGroup : IGroup
{
    /// <summary>Slope of LeakyReLU below 0.</summary>
    public const float LeakySlope = 0.01f;

    // Rows that pass through all layers before the next ones start: their activations stay in the second-level cache.
    private const int Chunk = 128;

    private readonly float[] _parameters;
    private readonly DenseExpert[] _experts;

    /// <summary>Initializes a new instance of the <see cref="ExpertGroup"/> class.</summary>
    /// <param name="shape">The architecture.</param>
    /// <param name="parameters">The parameter vector in the order of <see cref="GroupLayout"/>; copied.</param>
    /// <exception cref="ArgumentException">The shape is invalid or the vector does not have its length.</exception>
    public ExpertGroup(GroupShape shape, ReadOnlySpan<float> parameters)
    {
        Layout = new GroupLayout(shape);
        if (parameters.Length != Layout.ParameterCount)
            throw new ArgumentException(
                $"{shape} has {Layout.ParameterCount} parameters, found {parameters.Length}.", nameof(parameters));
        _parameters = parameters.ToArray();
        _experts = new DenseExpert[shape.Experts];
        for (var i = 0; i < _experts.Length; i++)
            _experts[i] = new DenseExpert(Layout, _parameters, i);
    }

    /// <summary>Gets the memory layout of the parameters.</summary>
    public GroupLayout Layout { get; }

    /// <summary>Gets the architecture.</summary>
    public GroupShape Shape => Layout.Shape;

    /// <inheritdoc/>
    public int InputSize => Shape.InputSize;

    /// <inheritdoc/>
    public int Experts => Shape.Experts;

    /// <inheritdoc/>
    public long ParameterCount => Layout.ParameterCount;

    /// <summary>Gets the parameter vector in the order of <see cref="GroupLayout"/>.</summary>
    public ReadOnlySpan<float> Parameters => _parameters;

    /// <summary>Computes the mean logits of the group's experts for each sample.</summary>
    /// <param name="rows">Scaled feature rows of a panel, row-major, finite; windows may overlap.</param>
    /// <param name="offsets">
    /// Per sample, where its window of <see cref="GroupShape.InputSize"/> values starts in <paramref name="rows"/>; time-major, oldest bar
    /// first.
    /// </param>
    /// <param name="logits">Receives the logits of "down" and "up" per sample, shape (samples x 2).</param>
    /// <param name="scratch">Working memory, one a thread; nothing is allocated once it has seen a batch of this size.</param>
    /// <remarks>
    /// A sample's logits do not depend, to the bit, on the samples beside it. The experts are summed in order, then multiplied by 1 / M.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A window does not lie in <paramref name="rows"/>, or <paramref name="logits"/> is not (samples x 2).
    /// </exception>
    public void Logits(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> logits, InferenceScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ExpertLogits(0, rows, offsets, logits, scratch);
        if (_experts.Length == 1)
            return;
        var one = scratch.Logits(logits.Length);
        for (var expert = 1; expert < _experts.Length; expert++)
        {
            ExpertLogits(expert, rows, offsets, one, scratch);
            for (var i = 0; i < logits.Length; i++)
                logits[i] += one[i];
        }

        var share = 1f / _experts.Length;
        for (var i = 0; i < logits.Length; i++)
            logits[i] *= share;
    }

    /// <summary>Computes the logits of one expert for each sample, for diversity and contribution reports.</summary>
    /// <param name="expert">The expert, in [0, M).</param>
    /// <param name="rows">Scaled feature rows of a panel, row-major, finite; windows may overlap.</param>
    /// <param name="offsets">Per sample, where its window starts in <paramref name="rows"/>; time-major, oldest bar first.</param>
    /// <param name="logits">Receives the logits of "down" and "up" per sample, shape (samples x 2).</param>
    /// <param name="scratch">Working memory, one a thread.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expert"/> is outside [0, M).</exception>
    /// <exception cref="ArgumentException">
    /// A window does not lie in <paramref name="rows"/>, or <paramref name="logits"/> is not (samples x 2).
    /// </exception>
    public void ExpertLogits(
        int expert, ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> logits, InferenceScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ArgumentOutOfRangeException.ThrowIfNegative(expert);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(expert, _experts.Length);
        if (logits.Length != offsets.Length * GroupShape.Outputs)
            throw new ArgumentException(
                $"{offsets.Length} samples have {offsets.Length * GroupShape.Outputs} logits, found room for {logits.Length}.",
                nameof(logits));
        scratch.Hidden(Math.Min(Chunk, offsets.Length) * Shape.HiddenSize, out var input, out var output);
        for (var start = 0; start < offsets.Length; start += Chunk)
        {
            var count = Math.Min(Chunk, offsets.Length - start);
            var used = count * Shape.HiddenSize;
            _experts[expert].Logits(
                rows, offsets.Slice(start, count), logits.Slice(start * GroupShape.Outputs, count * GroupShape.Outputs),
                input[..used], output[..used]);
        }
    }
}
