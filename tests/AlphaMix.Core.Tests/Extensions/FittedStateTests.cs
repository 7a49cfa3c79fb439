using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Tests.Extensions;

public sealed class FittedStateTests
{
    private static readonly Tensor Gate = new("gate", [2, 3], new float[6]);

    [Test]
    public void Values_OfTheShape_AreGiven() =>
        Assert.That(State(Gate).Values("gate", 2, 3).Length, Is.EqualTo(6));

    [Test]
    public void Values_OfAnotherShapeOrName_NamesBoth()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => State(Gate).Values("gate", 3, 2).Length,
                Throws.ArgumentException.With.Message.EqualTo("x: found gate of shape (2, 3), expected (3, 2)."));
            Assert.That(() => State(Gate).Values("bias", 2).Length, Throws.ArgumentException.With.Message.EqualTo("x: the tensor bias is missing."));
        });
    }

    [Test]
    public void Constructor_OfFaults_NamesThem()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => State(Gate, Gate), Throws.ArgumentException.With.Message.Contains("two tensors gate"));
            Assert.That(() => new FittedState("x", 0, Parameters.None, []), Throws.ArgumentException.With.Message.Contains("found 0"));
        });
    }

    [TestCase("", 6, 2, 3)]
    [TestCase("a.b", 6, 2, 3)]
    [TestCase("1", 6, 2, 3)]
    [TestCase("gate", 5, 2, 3)]
    [TestCase("gate", 6, -2, -3)]
    [TestCase("gate", 0, 1 << 16, 1 << 16)]
    [TestCase("gate", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)]
    public void Tensor_ThatCannotBeStored_IsRefused(string name, int values, params int[] shape) =>
        Assert.That(() => new Tensor(name, shape, new float[values]), Throws.ArgumentException);

    [Test]
    public void Tensor_OfNoDimension_IsANumber() => Assert.That(new Tensor("one", [], [1f]).Values.ToArray(), Is.EqualTo(new[] { 1f }));

    private static FittedState State(params Tensor[] tensors) => new("x", 1, Parameters.None, tensors);
}
