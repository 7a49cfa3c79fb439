namespace AlphaMix.Training.Groups.Kernels;

/// <summary>The numbers of Adam that change with the step: bias corrections, by running products (no powers, no libm).</summary>
internal struct AdamRates(double learningRate)
{
    /// <summary>Decay of the mean gradient.</summary>
    public const float MeanDecay = 0.9f;

    /// <summary>1 - <see cref="MeanDecay"/>.</summary>
    public const float MeanShare = 0.1f;

    /// <summary>Decay of the mean squared gradient.</summary>
    public const float SquareDecay = 0.999f;

    /// <summary>1 - <see cref="SquareDecay"/>.</summary>
    public const float SquareShare = 0.001f;

    /// <summary>Added to the root.</summary>
    public const float Epsilon = 1e-8f;

    private readonly double _learningRate = learningRate;
    private double _meanPower = 1;
    private double _squarePower = 1;

    /// <summary>Gets minus the step size over the bias correction of the mean.</summary>
    public float NegativeStep { get; private set; }

    /// <summary>Gets 1 over the root of the bias correction of the square.</summary>
    public float InverseRootCorrection { get; private set; }

    /// <summary>Goes to the next step.</summary>
    public void Advance()
    {
        _meanPower *= 0.9;
        _squarePower *= 0.999;
        NegativeStep = (float)(-_learningRate / (1 - _meanPower));
        InverseRootCorrection = (float)(1 / Math.Sqrt(1 - _squarePower));
    }
}
