namespace AlphaMix.Core.Features.Residuals;

/// <summary>How far a cumulated residual lies from its own mean.</summary>
internal static class MeanReversion
{
    /// <summary>
    /// Returns the s-score of the last value: its distance from the equilibrium of a first-order autoregression fitted to the path, in
    /// equilibrium standard deviations. NaN when a residual is missing or the path does not revert (slope outside (0, 1), no noise).
    /// </summary>
    /// <param name="residuals">Residual returns, oldest first, at least 3.</param>
    /// <remarks>
    /// Avellaneda and Lee (2010), Quantitative Finance 10(7), appendix: X(n + 1) = a + b X(n) + noise on the cumulated residuals, m = a /
    /// (1 - b), sigma = sqrt(var(noise) / (1 - b^2)), s = (X - m) / sigma. Their regression makes the last X 0; here the residuals come
    /// from loadings fitted before, so that it is not. Slow reversion is not cut off.
    /// </remarks>
    public static double Score(ReadOnlySpan<double> residuals)
    {
        var pairs = residuals.Length - 1;
        double x = residuals[0], sumX = 0, sumY = 0;
        for (var i = 1; i < residuals.Length; i++)
        {
            sumX += x;
            sumY += x += residuals[i];
        }

        var (last, meanX, meanY) = (x, sumX / pairs, sumY / pairs);
        double xx = 0, xy = 0, yy = 0;
        x = residuals[0];
        for (var i = 1; i < residuals.Length; i++)
        {
            var y = x + residuals[i];
            xx += (x - meanX) * (x - meanX);
            xy += (x - meanX) * (y - meanY);
            yy += (y - meanY) * (y - meanY);
            x = y;
        }

        var slope = xy / xx;
        var noise = (yy - slope * xy) / pairs;
        if (!(slope > 0 && slope < 1 && noise > 0))
            return double.NaN;
        var equilibrium = (meanY - slope * meanX) / (1 - slope);
        return (last - equilibrium) / Math.Sqrt(noise / (1 - slope * slope));
    }
}
