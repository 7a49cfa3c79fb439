using AlphaMix.Core.Routers;
using AlphaMix.Core.Tests.Artifacts;

namespace AlphaMix.Core.Tests.Routers;

/// <summary>Routers say which groups they asked.</summary>
public sealed class GroupMixtureTests
{
    [Test]
    public void V_AsksAllAlike() =>
        Assert.That(Shares("V", 7), Is.EqualTo(new[] { new GroupShare(0, 1.0 / 3), new GroupShare(1, 1.0 / 3), new GroupShare(2, 1.0 / 3) }));

    [Test]
    public void W_AsksThoseSelected() =>
        Assert.That(Shares("W", 4), Is.EqualTo(new[] { new GroupShare(1, 0.7f), new GroupShare(0, 0.3f) }));

    // Groups 2, 0 and 1 have 3, 2 and 2 experts.
    [TestCase(3, new[] { 2 })]
    [TestCase(5, new[] { 2, 0 })]
    [TestCase(7, new[] { 2, 0, 1 })]
    public void R_AskedTheFirstWhoseExpertsAddUp(int expertsAsked, int[] groups)
    {
        var shares = Shares("R", expertsAsked);

        Assert.Multiple(() =>
        {
            Assert.That(shares.Select(share => share.Group), Is.EqualTo(groups));
            Assert.That(shares.Select(share => share.MixtureWeight), Is.All.EqualTo(1.0 / groups.Length));
        });
    }

    [Test]
    public void S_IsNoMixtureOfThePoolsGroups() => Assert.That(SamplePools.Full().Router("S"), Is.Not.InstanceOf<IGroupMixture>());

    private static IReadOnlyList<GroupShare> Shares(string router, int expertsAsked) =>
        ((IGroupMixture)SamplePools.Full().Router(router)).Shares(new float[4], expertsAsked);
}
