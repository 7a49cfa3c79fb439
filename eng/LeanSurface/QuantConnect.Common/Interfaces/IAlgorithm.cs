using System;
using QuantConnect.Algorithm.Framework.Alphas.Analysis;
using QuantConnect.Data.UniverseSelection;
using QuantConnect.Securities;
using QuantConnect.Storage;

namespace QuantConnect.Interfaces;

// Trimmed, so nothing outside may implement it: derive from QCAlgorithm.
public interface IAlgorithm
{
    DateTime StartDate { get; }

    DateTime EndDate { get; }

    DateTime Time { get; }

    DateTime UtcTime { get; }

    bool IsWarmingUp { get; }

    bool LiveMode { get; }

    InsightManager Insights { get; }

    ObjectStore ObjectStore { get; }

    SecurityPortfolioManager Portfolio { get; }

    SecurityManager Securities { get; }

    IAlgorithmSettings Settings { get; }

    UniverseSettings UniverseSettings { get; }

    void Debug(string message);

    void Error(string message);

    void Log(string message);
}
