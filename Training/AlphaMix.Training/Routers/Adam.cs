namespace AlphaMix.Training.Routers;

/// <summary>Adam in double precision (Kingma and Ba 2015, Algorithm 1; beta 0.9 and 0.999, epsilon 1e-8).</summary>
/// <param name="length">Number of parameters.</param>
/// <param name="learningRate">Step size.</param>
internal sealed class Adam(int length, double learningRate)
{
    private const double BetaOne = 0.9;
    private const double BetaTwo = 0.999;
    private const double Epsilon = 1e-8;
    private readonly double[] _first = new double[length];
    private readonly double[] _second = new double[length];
    private double _powerOne = 1;
    private double _powerTwo = 1;

    /// <summary>Makes one step against <paramref name="gradient"/> times <paramref name="scale"/>.</summary>
    public void Step(Span<double> parameters, ReadOnlySpan<double> gradient, double scale)
    {
        _powerOne *= BetaOne;
        _powerTwo *= BetaTwo;
        for (var i = 0; i < parameters.Length; i++)
        {
            var slope = gradient[i] * scale;
            _first[i] = BetaOne * _first[i] + (1 - BetaOne) * slope;
            _second[i] = BetaTwo * _second[i] + (1 - BetaTwo) * slope * slope;
            var first = _first[i] / (1 - _powerOne);
            var second = _second[i] / (1 - _powerTwo);
            parameters[i] -= learningRate * first / (Math.Sqrt(second) + Epsilon);
        }
    }
}
