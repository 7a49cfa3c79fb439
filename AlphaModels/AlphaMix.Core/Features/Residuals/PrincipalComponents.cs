using System.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace AlphaMix.Core.Features.Residuals;

/// <summary>The directions in which instruments move together most.</summary>
internal static class PrincipalComponents
{
    /// <summary>Computes the loadings of the first components: unit vectors over the instruments, orthogonal to each other.</summary>
    /// <param name="returns">Standardised returns, shape <c>(days, names)</c>; 0 where there is none.</param>
    /// <param name="days">Number of days.</param>
    /// <param name="names">Number of instruments.</param>
    /// <param name="loadings">
    /// Receives shape <c>(names, components)</c>; a component without variance is 0. Signs are the decomposition's: nothing that is
    /// computed from projections depends on them.
    /// </param>
    /// <param name="components">Number of components, at most <paramref name="days"/>.</param>
    /// <remarks>
    /// The eigenvectors u of the days' products Z Z' give those of the instruments' as Z' u / sqrt(eigenvalue): a matrix of days however
    /// many instruments there are. MathNet's managed decomposition is called directly: one thread, scalar IEEE arithmetic, whatever
    /// provider an application has set, hence the same bits on every machine.
    /// </remarks>
    public static void Fit(ReadOnlySpan<double> returns, int days, int names, Span<double> loadings, int components)
    {
        var products = Products(returns, days, names);
        var vectors = new double[days * days];
        var values = new Complex[days];
        ManagedLinearAlgebraProvider.Instance.EigenDecomp(true, days, products, vectors, values, new double[days * days]);
        loadings.Clear();
        for (var k = 0; k < components; k++)
        {
            // Eigenvalues ascend, and eigenvectors are columns of a column-major matrix.
            var value = values[days - 1 - k].Real;
            if (!(value > 1e-9 * values[days - 1].Real))
                break;
            Project(returns, vectors.AsSpan((days - 1 - k) * days, days), Math.Sqrt(value), loadings, k, components);
        }
    }

    private static double[] Products(ReadOnlySpan<double> returns, int days, int names)
    {
        var products = new double[days * days];
        for (var s = 0; s < days; s++)
        {
            for (var t = 0; t <= s; t++)
            {
                var left = returns.Slice(s * names, names);
                var right = returns.Slice(t * names, names);
                double sum = 0;
                for (var i = 0; i < left.Length; i++)
                    sum += left[i] * right[i];
                products[s * days + t] = products[t * days + s] = sum;
            }
        }

        return products;
    }

    private static void Project(
        ReadOnlySpan<double> returns, ReadOnlySpan<double> vector, double norm, Span<double> loadings, int component, int components)
    {
        var names = loadings.Length / components;
        for (var i = 0; i < names; i++)
        {
            double sum = 0;
            for (var t = 0; t < vector.Length; t++)
                sum += returns[t * names + i] * vector[t];
            loadings[i * components + component] = sum / norm;
        }
    }
}
