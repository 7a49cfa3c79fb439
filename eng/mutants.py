"""Puts the mutants of a list into a copy of the sources, each behind a switch, and runs the tests named for it on each.

usage: mutants.py apply LIST ROOT              writes the switched sources and the test programs in ROOT
       mutants.py run LIST ROOT [PROCESSES]    runs the mutants of a ROOT that was built
"""
import collections
import concurrent.futures
import glob
import os
import subprocess
import sys

Mutant = collections.namedtuple("Mutant", "number line area tests terms file place original replacement")

TIMEOUT = 240

SWITCH = """namespace AlphaMix.Core;

/// <summary>Which mutant is on.</summary>
public static class Mutant
{
    private static readonly int On = int.Parse(Environment.GetEnvironmentVariable("ALPHAMIX_MUTANT") ?? "0", null);

    /// <summary>Returns whether one is.</summary>
    public static bool Is(int number) => On == number;
}
"""

# In place of the test runner's own program, whose start takes longer than most of these tests; it ends at the first test that fails.
PROGRAM = """using System.Xml.Linq;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

internal static class MutantProgram
{
    public static int Main(string[] terms)
    {
        var filter = new XElement("filter", new XElement("or", terms.Select(term =>
            new XElement("test", new XAttribute("re", 1), System.Text.RegularExpressions.Regex.Escape("." + term)))));
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(typeof(MutantProgram).Assembly, new Dictionary<string, object>());
        var result = runner.Run(new FirstFailure(), TestFilter.FromXml(filter.ToString()));
        Console.Error.WriteLine($"{result.PassCount} passed, {result.FailCount} failed");
        return result.PassCount > 0 && result.FailCount == 0 ? 0 : 1;
    }

    private sealed class FirstFailure : ITestListener
    {
        public void TestStarted(ITest test)
        {
        }

        public void TestFinished(ITestResult result)
        {
            if (result.ResultState.Status != TestStatus.Failed)
                return;
            Console.Error.WriteLine($"{result.FullName}: {result.Message}");
            Environment.Exit(1);
        }

        public void TestOutput(TestOutput output)
        {
        }

        public void SendMessage(TestMessage message)
        {
        }
    }
}
"""


def read(path):
    with open(path, encoding="utf-8") as lines:
        texts = lines.read().splitlines()
    mutants, area, tests, terms, file = [], "", None, (), None
    for number, line in enumerate(texts, 1):
        if line.startswith("# --- "):
            area = line[6:]
        elif line.startswith("tests "):
            _, tests, *terms = line.split()
        elif line.startswith("file "):
            file = line.split()[1]
        elif " ==>" in line and not line.startswith("#"):
            original, replacement = line.split(" ==>", 1)
            head, _, rest = original.partition(": ")
            place, original = (int(head), rest) if head.isdigit() else (None, original)
            mutants.append(Mutant(len(mutants) + 1, number, area, tests, tuple(terms), file, place, original, replacement.strip()))
        elif line.strip() and not line.startswith("#"):
            sys.exit(f"{path}:{number}: expected 'original ==> replacement', found: {line}")
    return mutants


def position(text, mutant):
    """Returns where the original stands, or None when it does not stand there, or at several places and none is named."""
    places, at = [], text.find(mutant.original)
    while at >= 0:
        places.append(at)
        at = text.find(mutant.original, at + 1)
    if mutant.place is None:
        return places[0] if len(places) == 1 else None
    return places[mutant.place - 1] if mutant.place <= len(places) else None


def switched(same):
    """Returns the code that is the original unless one of the mutants of the same place is on."""
    original = same[0].original
    if original.endswith(";"):
        return "".join(f"if (AlphaMix.Core.Mutant.Is({m.number})) {{ {m.replacement} }} else " for m in same) + f"{{ {original} }}"
    return "(" + "".join(f"AlphaMix.Core.Mutant.Is({m.number}) ? ({m.replacement}) : " for m in same) + f"({original}))"


def load(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def apply(mutants, root):
    for name in dict.fromkeys(mutant.file for mutant in mutants):
        text = load(os.path.join(root, name))
        places = collections.defaultdict(list)
        for mutant in (each for each in mutants if each.file == name):
            at = position(text, mutant)
            if at is not None:
                places[(at, mutant.original)].append(mutant)
        end = len(text)
        for at, original in sorted(places, reverse=True):
            if at + len(original) > end:
                sys.exit(f"{name}: places of mutants overlap: {original}")
            text = text[:at] + switched(places[(at, original)]) + text[at + len(original):]
            end = at
        if places:
            write(os.path.join(root, name), text)
    write(os.path.join(root, "AlphaModels/AlphaMix.Core/Mutant.cs"), SWITCH)
    for project in glob.glob(os.path.join(root, "tests/*.Tests")):
        write(os.path.join(project, "MutantProgram.cs"), PROGRAM)


def test(root, tests, terms, number=0):
    """Returns whether the tests pass with a mutant on, 0 for none, and what they say. Those that take too long do not pass."""
    name = f"AlphaMix.{tests}.Tests"
    assembly = os.path.join(root, "tests", name, "bin", "Release", "net10.0", name + ".dll")
    environment = dict(os.environ, ALPHAMIX_MUTANT=str(number))
    try:
        done = subprocess.run(
            ["dotnet", "exec", assembly, *terms], env=environment, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    except subprocess.TimeoutExpired:
        return False, f"longer than {TIMEOUT} s"
    return done.returncode == 0, done.stdout + done.stderr


def run(mutants, root, processes):
    sources = {name: load(os.path.join(root, name)) for name in {mutant.file for mutant in mutants}}
    live = [mutant for mutant in mutants if f"AlphaMix.Core.Mutant.Is({mutant.number})" in sources[mutant.file]]
    for tests, terms in dict.fromkeys((mutant.tests, mutant.terms) for mutant in live):
        passed, output = test(root, tests, terms)
        if not passed:
            sys.exit(f"{tests} {' '.join(terms)}: the tests must pass without a mutant\n{output[-3000:]}")
    areas = {mutant.area: [0, 0] for mutant in live}
    with concurrent.futures.ThreadPoolExecutor(processes) as pool:
        for mutant, (passed, _) in zip(live, pool.map(lambda each: test(root, each.tests, each.terms, each.number), live)):
            areas[mutant.area][0] += 1
            areas[mutant.area][1] += not passed
            if passed:
                print(f"survived: {mutant.file}: {mutant.original} ==> {mutant.replacement}", flush=True)
    for mutant in mutants:
        if mutant not in live:
            print(f"not applied: line {mutant.line}, {mutant.file}: {mutant.original}")
    for area, (count, killed) in areas.items():
        print(f"{area}: {count} mutants, {killed} killed")
    killed = sum(each for _, each in areas.values())
    print(f"all: {len(live)} mutants, {killed} killed ({100 * killed / len(live):.1f} %), {len(mutants) - len(live)} not applied")


def main(arguments):
    if len(arguments) < 3 or arguments[0] not in ("apply", "run"):
        sys.exit(__doc__)
    mutants = read(arguments[1])
    if arguments[0] == "apply":
        apply(mutants, arguments[2])
    else:
        run(mutants, arguments[2], int(arguments[3]) if len(arguments) > 3 else os.cpu_count())


if __name__ == "__main__":
    main(sys.argv[1:])
