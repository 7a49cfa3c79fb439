namespace AlphaMix.Core.Experts;

/// <summary>
/// One trained group: M experts that share slow weights. Gives the mean logits of its experts for the same sample
/// (paper, section 3.2, "Ensembling During Testing"). Immutable and safe to share; scratch memory is the caller's.
/// </summary>
/// <remarks>
/// The rank-one factors are folded into one dense matrix an expert, diag(r_i) W diag(s_i), and one bias, b o s_i + b_i, so that
/// inference is M plain networks. LeakyReLU has slope 0.01.
/// </remarks>
public sealed class ExpertGroup
{
    /// <summary>Slope of LeakyReLU below 0.</summary>
    public const float LeakySlope = 0.01f;

    private readonly float[] _parameters;

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
    }

    /// <summary>Gets the memory layout of the parameters.</summary>
    public GroupLayout Layout { get; }

    /// <summary>Gets the architecture.</summary>
    public GroupShape Shape => Layout.Shape;

    /// <summary>Gets the parameter vector in the order of <see cref="GroupLayout"/>.</summary>
    public ReadOnlySpan<float> Parameters => _parameters;

    /// <summary>Computes the mean logits of the experts.</summary>
    /// <param name="rows">Scaled rows.</param>
    /// <param name="offsets">Per sample, where its window starts in <paramref name="rows"/>.</param>
    /// <param name="logits">Receives (samples x 2).</param>
    /// <param name="scratch">Working memory, one a thread.</param>
    public void Logits(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> logits, InferenceScratch scratch) =>
        throw new InvalidOperationException();
}
