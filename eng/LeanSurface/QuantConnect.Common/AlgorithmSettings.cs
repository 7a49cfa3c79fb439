using System;
using QuantConnect.Interfaces;

namespace QuantConnect.Interfaces
{
    public interface IAlgorithmSettings
    {
        bool DailyPreciseEndTime { get; set; }

        decimal? FreePortfolioValue { get; set; }

        decimal FreePortfolioValuePercentage { get; set; }

        decimal MaxAbsolutePortfolioTargetPercentage { get; set; }

        decimal MinAbsolutePortfolioTargetPercentage { get; set; }

        decimal MinimumOrderMarginPortfolioPercentage { get; set; }

        bool? RebalancePortfolioOnInsightChanges { get; set; }

        bool? RebalancePortfolioOnSecurityChanges { get; set; }
    }
}

namespace QuantConnect
{
    // Behaving, with LEAN's defaults.
    public class AlgorithmSettings : IAlgorithmSettings
    {
        public bool DailyPreciseEndTime { get; set; } = true;

        public decimal? FreePortfolioValue { get; set; }

        public decimal FreePortfolioValuePercentage { get; set; } = 0.0025m;

        public decimal MaxAbsolutePortfolioTargetPercentage { get; set; } = 1000000000m;

        public decimal MinAbsolutePortfolioTargetPercentage { get; set; } = 0.0000000001m;

        public decimal MinimumOrderMarginPortfolioPercentage { get; set; } = 0.001m;

        public bool? RebalancePortfolioOnInsightChanges { get; set; }

        public bool? RebalancePortfolioOnSecurityChanges { get; set; }
    }
}
