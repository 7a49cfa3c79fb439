namespace AlphaMix.Evaluation.Portfolios;

/// <summary>The daily path of a simulated portfolio: every array has one entry per decision day, shape <c>(days)</c>.</summary>
public sealed class SimulationResult
{
    internal SimulationResult(DateOnly[] days)
    {
        Days = days;
        GrossReturns = new double[days.Length];
        NetReturns = new double[days.Length];
        Turnover = new double[days.Length];
        Traded = new double[days.Length];
        Costs = new double[days.Length];
        Holdings = new Holding[days.Length][];
        Fallbacks = new string?[days.Length];
        Shares = new double[days.Length][];
    }

    /// <summary>Gets the decision days, ascending; empty for an empty span.</summary>
    public DateOnly[] Days { get; }

    /// <summary>
    /// Gets the returns before costs, as fractions: of the portfolio decided that day, from its fill to the next day's, so they are known
    /// only after the decision day.
    /// </summary>
    public double[] GrossReturns { get; }

    /// <summary>
    /// Gets the returns after costs, as fractions: <c>(1 - cost)(1 + gross) - 1</c>, the cost being paid at the fill; without costs the
    /// gross return to the bit.
    /// </summary>
    public double[] NetReturns { get; }

    /// <summary>
    /// Gets the share of the portfolio replaced: the larger of what was bought and what was sold, each as a fraction of the portfolio
    /// before the trade. In [0, 1] for a long-only rule without leverage, where a fully invested first purchase counts 1; a long-short one
    /// may pass 1, and its first purchase counts its larger side.
    /// </summary>
    public double[] Turnover { get; }

    /// <summary>
    /// Gets what was bought and sold together, as a fraction of the portfolio before the trade: what a cost in basis points is charged on.
    /// In [0, 2] for a long-only rule without leverage.
    /// </summary>
    public double[] Traded { get; }

    /// <summary>Gets the costs paid at the fill, as a fraction of the portfolio before the trade; not negative.</summary>
    public double[] Costs { get; }

    /// <summary>
    /// Gets each day's holdings right after the fill: first those that could not be sold, then those that the rule named, in its order,
    /// with the orders that lapsed. Empty on a day in cash.
    /// </summary>
    public Holding[][] Holdings { get; }

    /// <summary>
    /// Gets for each day the reason for which the rule fell back to 1/N, or null where it traded. All null for the benchmark 1/N itself,
    /// which is a rule of its own.
    /// </summary>
    public string?[] Fallbacks { get; }

    /// <summary>
    /// Gets for each day the shares of the strategies in a mixture, in its order, 0 for one that asked for no position; empty without a
    /// mixture.
    /// </summary>
    internal double[][] Shares { get; }

    /// <summary>Gets the number of days on which the rule fell back to 1/N.</summary>
    public int FallbackDays => Fallbacks.Count(reason => reason is not null);

    /// <summary>
    /// Gets the mean of <see cref="Turnover"/> a day, a fraction, without the first day, whose purchase out of cash replaces nothing; NaN
    /// with fewer than two days.
    /// </summary>
    public double MeanTurnover
    {
        get
        {
            var sum = 0.0;
            for (var day = 1; day < Turnover.Length; day++)
                sum += Turnover[day];
            return Turnover.Length < 2 ? double.NaN : sum / (Turnover.Length - 1);
        }
    }

    /// <summary>Records a day.</summary>
    internal void Add(int day, Desk desk, Holding[] holdings)
    {
        var ledger = desk.Ledger;
        (GrossReturns[day], NetReturns[day]) = (ledger.Gross, ledger.Net);
        (Turnover[day], Traded[day], Costs[day]) = (ledger.Turnover, ledger.Traded, ledger.Cost);
        (Fallbacks[day], Holdings[day]) = (desk.Decider.Fallback, holdings);
        Shares[day] = desk.Decider.Shares.ToArray();
    }
}
