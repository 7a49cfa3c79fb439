using QuantConnect.Brokerages;
using QuantConnect.Brokerages.Paper;
using QuantConnect.Interfaces;
using QuantConnect.Packets;
using QuantConnect.Securities;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>Creates <see cref="KeptPaperBrokerage"/>.</summary>
public sealed class KeptPaperBrokerageFactory() : BrokerageFactory(typeof(KeptPaperBrokerage))
{
    private readonly PaperBrokerageFactory _paper = new();

    /// <summary>Gets LEAN's <c>live-cash-balance</c> and <c>live-holdings</c>.</summary>
    public override Dictionary<string, string> BrokerageData => _paper.BrokerageData;

    /// <inheritdoc/>
    public override IBrokerageModel GetBrokerageModel(IOrderProvider orderProvider) => _paper.GetBrokerageModel(orderProvider);

    /// <inheritdoc/>
    public override IBrokerage CreateBrokerage(LiveNodePacket job, IAlgorithm algorithm) =>
        new KeptPaperBrokerage(algorithm, job, KeptAccount.Read(KeptAccount.OwnFile).Orders);

    /// <inheritdoc/>
    public override void Dispose() => _paper.Dispose();
}
