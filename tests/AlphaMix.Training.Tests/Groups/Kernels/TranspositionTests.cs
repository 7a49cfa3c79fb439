using AlphaMix.Training.Groups.Kernels;

namespace AlphaMix.Training.Tests.Groups.Kernels;

public class TranspositionTests
{
    [Test]
    public void Run_AnyShape_TurnsRowsIntoColumns(
        [Values(1, 2, 3, 4, 5, 16, 17, 37)] int rows, [Values(1, 3, 4, 7, 16, 20, 33, 128)] int columns)
    {
        var source = Enumerable.Range(0, rows * columns).Select(i => (float)i).ToArray();
        var target = new float[rows * columns];

        Transposition.Run(source, target, rows, columns);

        Assert.That(target, Is.EqualTo(Enumerable.Range(0, rows * columns).Select(i => source[i % rows * columns + i / rows])));
    }
}
