namespace AlphaMix.Training.Experiments.Paper;

/// <summary>The paper's markets.</summary>
internal enum PaperMarket
{
    /// <summary>88 US stocks, daily, 2012-09 to 2017-09; test year 2016-09 to 2017-09.</summary>
    Acl18,

    /// <summary>47 Chinese stocks, hourly, 2016-06 to 2020-09; test year 2019-09 to 2020-09.</summary>
    Sz50
}
