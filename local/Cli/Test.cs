using System.Globalization;
using System.Xml.Linq;

namespace FitServerless.Local.Cli;

internal static class Test
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        if (arguments.Length > 1)
            throw new UsageException("One filter at a time.");
        await NodePackages.InstallAsync(stop);
        var results = Directory.CreateTempSubdirectory("fit-test-");
        try
        {
            string[] filter = arguments is [var name] ? ["--filter", $"FullyQualifiedName~{name}"] : [];
            var exitCode = await ChildProcess.RunAsync(
                "dotnet",
                ["test", "FitServerless.sln", "--nologo", "--logger", "trx", "--results-directory", results.FullName, .. filter],
                stop);
            var (passed, failed) = Count(results);
            // A build that breaks or a run that crashes has no failed test to count, and has failed.
            Console.WriteLine($"{passed} passed, {(exitCode == 0 ? failed : Math.Max(failed, 1))} failed");
            return exitCode;
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    private static (int Passed, int Failed) Count(DirectoryInfo results)
    {
        var counters = results.EnumerateFiles("*.trx").SelectMany(file => XDocument.Load(file.FullName).Descendants())
            .Where(element => element.Name.LocalName == "Counters").ToList();
        return (Sum("passed"), Sum("failed"));

        int Sum(string outcome) => counters.Sum(counter => int.Parse(counter.Attribute(outcome)!.Value, CultureInfo.InvariantCulture));
    }
}
