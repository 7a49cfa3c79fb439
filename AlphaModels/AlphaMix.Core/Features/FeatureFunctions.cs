using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Features;

/// <summary>The feature functions of this library: the formulas of the paper's Table 2, and the residual features.</summary>
/// <remarks>The bar at which the feature is computed is t, the look-back L. Ratios within one bar are the same for both price
/// sources.</remarks>
public static class FeatureFunctions
{
    /// <summary>Gets <c>openToClose</c>: open(t) / close(t) - 1.</summary>
    public static IFeatureFunction OpenToClose { get; } = new OpenToClose();

    /// <summary>Gets <c>highToClose</c>: high(t) / close(t) - 1.</summary>
    public static IFeatureFunction HighToClose { get; } = new HighToClose();

    /// <summary>Gets <c>lowToClose</c>: low(t) / close(t) - 1.</summary>
    public static IFeatureFunction LowToClose { get; } = new LowToClose();

    /// <summary>Gets <c>return</c>: close(t) / close(t - L + 1) - 1; look-back 2 is the one-bar return.</summary>
    public static IFeatureFunction Return { get; } = new CloseReturn();

    /// <summary>Gets <c>averageToClose</c>: mean of the last L closes over close(t), minus 1.</summary>
    public static IFeatureFunction AverageToClose { get; } = new AverageToClose();

    /// <summary>
    /// Gets <c>residualReturn</c>: the residual returns of the last L days, added and ranked across the instruments of the day. Needs all
    /// instruments, so that residual features stand alone in a <see cref="FeatureSpec"/>, on daily bars and adjusted prices.
    /// </summary>
    public static IFeatureFunction ResidualReturn => ResidualFunction.Return;

    /// <summary>
    /// Gets <c>residualScore</c>: the s-score of the last L residual returns, L at least 10, ranked across the instruments of the day.
    /// </summary>
    public static IFeatureFunction ResidualScore => ResidualFunction.Score;

    /// <summary>Gets all of them: the paper's first, then the residual ones.</summary>
    public static IReadOnlyList<IFeatureFunction> All { get; } =
        [OpenToClose, HighToClose, LowToClose, Return, AverageToClose, ResidualReturn, ResidualScore];

    /// <summary>Returns the function of a name, or null when this library has none of that name.</summary>
    /// <param name="name">A name such as <c>openToClose</c>; case matters.</param>
    public static IFeatureFunction? Find(string name) => All.FirstOrDefault(function => function.Name == name);

    /// <summary>Adds the functions to a set, and the levels, which artifacts of version 1 and 2 do not have.</summary>
    internal static ExtensionSet AddTo(ExtensionSet extensions) => All.Concat(BarLevel.All).Aggregate(extensions, (set, function) =>
        set.With<FeatureFunctionFactory>(function.Name, parameters =>
        {
            parameters.RequireKnown();
            return function;
        }));
}
