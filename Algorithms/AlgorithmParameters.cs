using System.Globalization;
using System.Numerics;
using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using QuantConnect.Algorithm;

namespace AlphaMix.Algorithms;

/// <summary>Reads parameters of kinds that LEAN does not.</summary>
internal static class AlgorithmParameters
{
    // What LEAN's own configuration file brings along.
    private static readonly string[] LeansOwn = ["ema-fast", "ema-slow", "intrinio-username", "intrinio-password"];

    /// <summary>Refuses parameters that an algorithm does not have: a misspelled one would be left out without a word.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="known">All that it has.</param>
    public static void RequireKnown(this QCAlgorithm algorithm, params string[] known)
    {
        string[] unknown = [.. algorithm.GetParameters().Keys.Except(known).Except(LeansOwn)];
        if (unknown.Length > 0)
            throw new ArgumentException(
                $"Parameter {string.Join(", ", unknown)}: {algorithm.GetType().Name} has no such parameter; it has "
                    + $"{string.Join(", ", known.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>Returns a number.</summary>
    public static T Number<T>(this QCAlgorithm algorithm, string name, T standard)
        where T : INumber<T>
    {
        var text = algorithm.GetParameter(name, "");
        if (text.Length == 0)
            return standard;
        return T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ArgumentException(
                $"Parameter {name}: expected a {(standard is int or long ? "whole " : "")}number, found '{text}'.");
    }

    /// <summary>Returns a day, written yyyy-MM-dd.</summary>
    public static DateTime Day(this QCAlgorithm algorithm, string name, DateTime standard)
    {
        var text = algorithm.GetParameter(name, "");
        if (text.Length == 0)
            return standard;
        return DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ArgumentException($"Parameter {name}: expected yyyy-MM-dd, found '{text}'.");
    }

    /// <summary>Returns true or false; false when it is not set.</summary>
    public static bool Flag(this QCAlgorithm algorithm, string name)
    {
        var text = algorithm.GetParameter(name, "false");
        return bool.TryParse(text, out var value)
            ? value
            : throw new ArgumentException($"Parameter {name}: expected true or false, found '{text}'.");
    }

    /// <summary>Returns tickers, separated by commas or semicolons (LEAN's launcher takes a comma for the end of the parameter).</summary>
    public static string[] Tickers(this QCAlgorithm algorithm, string standard) =>
        algorithm.GetParameter("tickers", standard)
            .Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns where live trading keeps what a restart would lose: the parameter <c>state</c>, or a key of the algorithm's own.</summary>
    public static string StateKey(this QCAlgorithm algorithm) =>
        algorithm.GetParameter("state", $"alphamix/{algorithm.GetType().Name}-state.json");

    /// <summary>Returns a member of an enum.</summary>
    public static T Choice<T>(this QCAlgorithm algorithm, string name, T standard)
        where T : struct, Enum
    {
        var text = algorithm.GetParameter(name, standard.ToString());
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new ArgumentException($"Parameter {name}: expected one of {string.Join(", ", Enum.GetNames<T>())}, found '{text}'.");
    }

    /// <summary>
    /// Returns this library's names with those of the assemblies that <c>extension</c> names: paths, separated by semicolons.
    /// </summary>
    public static ExtensionSet Extensions(this QCAlgorithm algorithm)
    {
        try
        {
            return algorithm.GetParameter("extension", "")
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Aggregate(BuiltIn.Extensions, (extensions, path) => extensions.WithAssembly(path));
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException($"Parameter extension: {fault.Message}", fault);
        }
    }

    /// <summary>
    /// Creates the strategy mixture that <c>mixture</c> names, whatever the case of its letters, with <c>half-life</c> where that is set.
    /// </summary>
    public static IStrategyMixture Mixture(this QCAlgorithm algorithm, string standard, ExtensionSet extensions)
    {
        var text = algorithm.GetParameter("mixture", standard);
        var name = extensions.Names<StrategyMixtureFactory>().FirstOrDefault(own => own.Equals(text, StringComparison.OrdinalIgnoreCase));
        var parameters = algorithm.GetParameter("half-life", "").Length > 0
            ? Parameters.None.With("halfLifeDays", algorithm.Number("half-life", 0.0))
            : Parameters.None;
        return extensions.Get<StrategyMixtureFactory>(name ?? text)(parameters);
    }
}
