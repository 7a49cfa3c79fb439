using System.Text;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Pools;

namespace AlphaMix.Core.Tests.Artifacts;

public sealed class PoolIndexTests
{
    private static readonly PoolIndexEntry First = new(new DateOnly(2015, 9, 1), new DateOnly(2015, 8, 31), "2015-09-01/pool.safetensors");
    private static readonly PoolIndexEntry Second = new(new DateOnly(2016, 9, 1), new DateOnly(2016, 8, 31), "2016-09-01/pool.safetensors");

    [Test]
    public void Read_GivesWhatWasWritten() =>
        Assert.That(PoolIndex.Read(new PoolIndex([First, Second]).ToBytes(), "index").Entries, Is.EqualTo(new[] { First, Second }));

    [Test]
    public void Faults_AreNamed()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => new PoolIndex([]), Throws.TypeOf<ArtifactException>().With.Message.Contains("pools"));
            Assert.That(() => new PoolIndex([Second, First]), Throws.TypeOf<ArtifactException>().With.Message.Contains("pools[1].from"));
            Assert.That(() => new PoolIndex([First with { FittedThrough = First.From }]), Throws.TypeOf<ArtifactException>().With.Message.Contains("pools[0].fittedThrough"));
            Assert.That(() => new PoolIndex([First with { Key = "../pool.safetensors" }]), Throws.TypeOf<ArtifactException>().With.Message.Contains("pools[0].key"));
            Assert.That(() => new PoolIndex([First with { Key = "pool.v1.safetensors" }]), Throws.TypeOf<ArtifactException>().With.Message.Contains("one dot"));
        });
    }

    [TestCase("{", "malformed")]
    [TestCase("""{"formatVersion":2,"pools":[]}""", "index.formatVersion")]
    [TestCase("""{"formatVersion":1,"pools":[{"from":"2015-09-01","key":"a/b.c"}]}""", "index.pools[0].fittedThrough")]
    [TestCase("""{"formatVersion":1,"pools":[],"more":1}""", "pools")]
    public void Read_OfADamagedIndex_SaysWhere(string text, string where) =>
        Assert.That(() => PoolIndex.Read(Encoding.UTF8.GetBytes(text), "index.json"), Throws.TypeOf<ArtifactException>().With.Message.Contains(where));
}
