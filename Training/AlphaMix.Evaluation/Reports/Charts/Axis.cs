namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>A linear axis with round ticks.</summary>
internal sealed record Axis(double Low, double High, double Step)
{
    /// <summary>
    /// Returns the axis that holds [<paramref name="low"/>, <paramref name="high"/>] with about <paramref name="ticks"/> steps of
    /// 1, 2, 2.5 or 5
    /// times a power of ten.
    /// </summary>
    public static Axis Around(double low, double high, int ticks)
    {
        if (!(high - low > 1e-9))
            (low, high) = (low - 1, high + 1);
        var rough = (high - low) / ticks;
        var power = 1.0;
        while (power > rough)
            power /= 10;
        while (power * 10 <= rough)
            power *= 10;
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * power).First(value => value >= rough * (1 - 1e-9));
        return new Axis(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, step);
    }

    /// <summary>As <see cref="Around"/>, for values of any size: ICs and daily returns lie below 0.01.</summary>
    public static Axis Fine(double low, double high, int ticks)
    {
        if (!(high > low))
            (low, high) = (low - Math.Max(Math.Abs(low), 1e-9), high + Math.Max(Math.Abs(high), 1e-9));
        var scale = 1.0;
        while ((high - low) * scale < 1)
            scale *= 10;
        var axis = Around(low * scale, high * scale, ticks);
        return new Axis(axis.Low / scale, axis.High / scale, axis.Step / scale);
    }

    public IEnumerable<double> Ticks()
    {
        var count = (int)Math.Round((High - Low) / Step);
        for (var tick = 0; tick <= count; tick++)
            yield return Low + tick * Step;
    }

    public string Format => Math.Abs(Step - Math.Round(Step)) < 1e-9 ? "N0" : Step < 0.1 ? "N2" : "N1";
}
