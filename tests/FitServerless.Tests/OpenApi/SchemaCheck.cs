using System.Diagnostics;
using System.Text;
using FitServerless.Azurite;
using FitServerless.Functions.OpenApi;

namespace FitServerless.Tests.OpenApi;

/// <summary>
/// Holds JSON to the schemas of /openapi.json, by another program's validator. One process for all tests: it ends with its standard input, which
/// ends with this process.
/// </summary>
internal sealed class SchemaCheck
{
    private static readonly Lazy<Task<SchemaCheck>> One = new(StartAsync);

    private static readonly SemaphoreSlim Turn = new(1);

    private readonly Process _process;

    private SchemaCheck(Process process) => _process = process;

    /// <param name="schema">A JSON pointer into the document.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static async Task<string> FindErrorsAsync(string schema, string json)
    {
        var check = await One.Value;
        await Turn.WaitAsync();
        try
        {
            // Line breaks are white space: within strings they are escaped.
            await check._process.StandardInput.WriteLineAsync($"{{\"schema\":\"{schema}\",\"body\":{json.ReplaceLineEndings(" ")}}}");
            await check._process.StandardInput.FlushAsync();
            return await check._process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The validator has ended.");
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Where the document has what an operation answers with a status.</summary>
    public static string Answer(Route route, string method, string status) =>
        $"{Operation(route, method)}/responses/{status}/content/application~1json/schema";

    /// <summary>Where the document has what an operation reads.</summary>
    public static string Body(Route route, string method) => $"{Operation(route, method)}/requestBody/content/application~1json/schema";

    private static string Operation(Route route, string method) =>
        $"/paths/{Uri.EscapeDataString(route.Path.Replace("/", "~1", StringComparison.Ordinal))}/{method.ToLowerInvariant()}";

    private static async Task<SchemaCheck> StartAsync()
    {
        await NodeModules.InstallAsync();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var process = Process.Start(new ProcessStartInfo("node", Path.Combine("tests", "FitServerless.Tests", "OpenApi", "check.mjs"))
        {
            WorkingDirectory = RepositoryRoot.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        await process.StandardInput.WriteLineAsync(utf8.GetString(new ApiDocument().Json));
        return new SchemaCheck(process);
    }
}
