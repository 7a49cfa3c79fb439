namespace AlphaMix.Training.Experiments.Paper;

/// <summary>
/// What the paper prints: Sun, Wang, Xue, Lou and An, KDD 2023, https://doi.org/10.1145/3580305.3599424, Tables 3, 4 and 5.
/// </summary>
internal static class PaperTables
{
    // market, type, model, TR, SR, CR, SoR, VOL, DD, MDD; a+b is mean and standard deviation of ten runs. The MDD of AlphaMix stands in
    // Table 4 (its row AlphaMix-R, of which footnote 7 says that it is the row AlphaMix).
    private const string Three =
        """
        Acl18 RNN  ALSTM    9.9+8.1   0.76+0.61 1.76+1.91 1.14+0.99 0.82+0.03 0.56+0.04 6.88+1.43
        Acl18 RNN  LSTM     19.5+4.3  1.49+0.34 3.31+1.15 2.30+0.59 0.82+0.02 0.54+0.04 6.21+1.26
        Acl18 RNN  SFM      15.1+3.0  1.25+0.23 1.86+0.48 1.94+0.32 0.76+0.02 0.49+0.04 8.40+1.58
        Acl18 RNN  GRU      14.1+7.9  1.06+0.61 2.27+1.92 1.52+0.96 0.84+0.02 0.61+0.05 7.96+2.59
        Acl18 NRNN GTrans   19.8+9.1  1.52+0.67 3.45+2.37 2.42+1.16 0.81+0.06 0.52+0.06 7.08+2.57
        Acl18 NRNN MLP      22.1+6.3  1.87+0.57 3.69+1.77 2.52+0.88 0.75+0.03 0.57+0.07 6.82+2.15
        Acl18 BDT  LightGBM 4.8       0.4       0.70      0.53      0.81      0.57      6.76
        Acl18 BDT  CatBoost 9.3+3.3   0.70+0.25 1.31+0.55 1.00+0.37 0.83+0.03 0.59+0.03 7.33+0.91
        Acl18 ENS  DNNE     23.3+9.4  1.68+0.72 3.76+2.52 2.73+1.24 0.90+0.14 0.56+0.09 7.99+3.37
        Acl18 ENS  DeepEns  22.4      2.10      4.79      3.42      0.69      0.42      5.53
        Acl18 ENS  HyperEns 23.3+3.2  1.96+0.28 3.39+0.78 2.67+0.42 0.74+0.02 0.54+0.02 6.88+0.97
        Acl18 Ours AlphaMix 26.1      2.45      7.59      3.59      0.67      0.45      3.43
        Sz50  RNN  ALSTM    23.2+7.0  1.07+0.26 1.59+0.48 1.34+0.33 1.38+0.09 1.10+0.08 14.74+1.89
        Sz50  RNN  LSTM     20.7+7.8  1.01+0.33 1.57+0.52 1.28+0.42 1.30+0.07 1.03+0.05 13.02+0.85
        Sz50  RNN  SFM      17.3+2.3  0.79+0.08 1.16+0.15 1.04+0.11 1.40+0.17 1.07+0.15 14.95+2.17
        Sz50  RNN  GRU      36.5+27.9 1.26+0.76 2.00+1.35 1.74+1.14 1.66+0.39 1.22+0.22 16.81+2.96
        Sz50  NRNN GTrans   16.8+22.2 0.59+0.77 0.85+1.19 0.80+1.08 1.90+0.28 1.44+0.21 25.41+6.97
        Sz50  NRNN MLP      43.5+7.3  1.82+0.15 2.87+0.30 2.46+0.24 1.53+0.15 1.13+0.09 15.36+3.23
        Sz50  BDT  LightGBM 15.3      0.67      0.85      0.85      1.48      1.16      17.91
        Sz50  BDT  CatBoost 21.0+1.8  1.06+0.08 1.72+0.23 1.43+0.12 1.27+0.11 0.95+0.10 12.28+0.72
        Sz50  ENS  DNNE     40.8+8.1  1.66+0.35 3.25+0.90 2.27+0.56 1.58+0.05 1.17+0.08 12.82+1.43
        Sz50  ENS  DeepEns  48.2      1.79      3.13      2.39      1.73      1.29      15.57
        Sz50  ENS  HyperEns 44.3+7.9  1.83+0.31 2.92+0.56 2.51+0.46 1.51+0.06 1.10+0.08 15.32+1.68
        Sz50  Ours AlphaMix 62.6      2.34      7.04      2.95      1.72      1.37      8.89
        """;

    private const string Four =
        """
        Acl18 Ours AlphaMix-V 24.5 2.39 - - - - 3.95
        Acl18 Ours AlphaMix-R 26.1 2.45 - - - - 3.43
        Acl18 Ours AlphaMix-W 26.7 2.54 - - - - 5.83
        Acl18 Ours AlphaMix-S 26.0 2.31 - - - - 6.64
        Sz50  Ours AlphaMix-V 53.7 2.08 - - - - 11.19
        Sz50  Ours AlphaMix-R 62.6 2.34 - - - - 8.89
        Sz50  Ours AlphaMix-W 61.0 2.24 - - - - 12.10
        Sz50  Ours AlphaMix-S 52.7 2.04 - - - - 13.80
        """;

    /// <summary>Gets Table 3.</summary>
    public static IReadOnlyList<PaperRow> Table3 { get; } = Parse(Three);

    /// <summary>Gets the rows of AlphaMix in Table 4.</summary>
    public static IReadOnlyList<PaperRow> Table4 { get; } = Parse(Four);

    /// <summary>Gets the models of Table 3 in the paper's order, AlphaMix left out.</summary>
    public static IReadOnlyList<string> Baselines { get; } = [.. Table3.Where(row => row.Market == PaperMarket.Acl18 && row.Type != "Ours")
        .Select(row => row.Model)];

    /// <summary>Returns the predictive disagreement of Table 5, in [0, 1]; NaN for an ensemble that is not in it.</summary>
    public static double Disagreement(PaperMarket market, string ensemble) => (market, ensemble) switch
    {
        (PaperMarket.Acl18, "DeepEns") => 0.4194,
        (PaperMarket.Acl18, "HyperEns") => 0.3454,
        (PaperMarket.Acl18, "AlphaMix") => 0.5947,
        (PaperMarket.Sz50, "DeepEns") => 0.2832,
        (PaperMarket.Sz50, "HyperEns") => 0.3992,
        (PaperMarket.Sz50, "AlphaMix") => 0.6124,
        _ => double.NaN
    };

    /// <summary>Finds a model's row, a variant such as <c>AlphaMix-V</c> in Table 4; null when the paper has none.</summary>
    public static PaperRow? Find(PaperMarket market, string model) =>
        Table3.Concat(Table4).FirstOrDefault(row => row.Market == market && row.Model == model);

    private static PaperRow[] Parse(string table) => Array.ConvertAll(table.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var figures = Array.ConvertAll(parts[3..], PaperFigure.Parse);
        return new PaperRow(
            Enum.Parse<PaperMarket>(parts[0]), parts[1], parts[2],
            figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6]);
    });
}
