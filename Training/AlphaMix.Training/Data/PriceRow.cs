namespace AlphaMix.Training.Data;

/// <summary>One row of a price file as it was printed. LEAN's files print prices in deci-cents (10,000 to the dollar).</summary>
internal readonly record struct PriceRow(
    DateTime Time, double Open, double High, double Low, double Close, double Volume, int Line, double AdjustedClose = double.NaN);
