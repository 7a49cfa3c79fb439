using System;
using System.Collections.Generic;
using System.Linq;
using QuantConnect.Interfaces;

namespace QuantConnect.Algorithm.Framework.Alphas.Analysis;

// Behaving, without scores.
public class InsightManager : InsightCollection
{
    private readonly IAlgorithm _algorithm;

    public InsightManager(IAlgorithm algorithm)
    {
        _algorithm = algorithm;
    }

    public void Cancel(IEnumerable<Insight> insights) => Expire(insights);

    public void Cancel(IEnumerable<Symbol> symbols) => Expire(symbols);

    public void Expire(IEnumerable<Insight> insights)
    {
        foreach (var insight in insights)
            insight.Expire(_algorithm.UtcTime);
    }

    public void Expire(IEnumerable<Symbol> symbols)
    {
        var wanted = symbols.ToHashSet();
        Expire([.. this.Where(insight => wanted.Contains(insight.Symbol))]);
    }

    private void Expire(List<Insight> insights) => Expire((IEnumerable<Insight>)insights);
}
