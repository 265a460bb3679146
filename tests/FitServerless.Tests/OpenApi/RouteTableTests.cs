using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FitServerless.Azurite;
using FitServerless.Functions.OpenApi;

namespace FitServerless.Tests.OpenApi;

/// <summary>What stands beside the functions is all that the document knows of them.</summary>
public sealed partial class RouteTableTests
{
    private static readonly string Functions = Path.Combine(RepositoryRoot.Folder, "functions");

    private static readonly JsonNode Document = JsonNode.Parse(new ApiDocument().Json)!;

    [Fact]
    public void Every_route_says_what_it_is_for_and_what_it_answers()
    {
        var operations = Operations();
        var silent = RouteTable.Routes
            .Where(route => operations[route.Function] is not { } operation
                || operation["summary"] is null
                || !operation["responses"]!.AsObject().Any(answer => answer.Key[0] is '2' or '3'))
            .Select(route => $"{route.Function} has no [Summary] or no [Answer] ({route.Method.DeclaringType!.Name}).");
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_method_of_every_route_is_an_operation_of_its_own()
    {
        foreach (var route in RouteTable.Routes.Where(route => !route.IsCatchAll))
            Assert.All(route.Methods, method => Assert.True(Document["paths"]![route.Path]?[method.ToLowerInvariant()] is not null, $"{method} {route.Path}"));
        Assert.Single(RouteTable.Routes, route => route.IsCatchAll);
        Assert.Equal(RouteTable.Routes.Count, RouteTable.Routes.DistinctBy(route => route.Function).Count());
    }

    /// <summary>The table and the source know of the same functions: a trigger that reflection did not find would have no rule anywhere.</summary>
    [Fact]
    public void Every_trigger_in_the_source_is_in_the_table() =>
        Assert.Equal(Sources().Sum(file => Trigger().Count(file.Text)), RouteTable.Routes.Count);

    [Fact]
    public void Every_example_belongs_to_a_function_that_reads_json()
    {
        var names = typeof(RouteTable).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Examples.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(names);
        var readers = Sources().SelectMany(file => JsonReader().Matches(file.Text)).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(names, name => Assert.Contains(name.Split('.')[1], readers));
    }

    [Fact]
    public void Every_operation_that_reads_json_shows_some_to_copy() => Assert.Empty(Operations()
        .Where(operation => operation.Value!["requestBody"]?["content"]?["application/json"] is { } body && body["example"] is null)
        .Select(operation => $"functions/OpenApi/Examples/{operation.Key}.json is missing."));

    /// <summary>But for the one that answers an empty object.</summary>
    [Fact]
    public void Every_operation_that_answers_json_shows_what_to_expect() => Assert.Empty(Operations()
        .Where(operation => operation.Key != "PushWatermelon" && operation.Value!["responses"]!.AsObject().Any(answer =>
            answer.Value!["content"]?["application/json"] is { } json && json["example"] is null))
        .Select(operation => $"functions/OpenApi/Examples/Answers/{operation.Key}.json is missing."));

    [Fact]
    public void Of_all_json_the_document_says_what_it_is_made_of() => Assert.Empty(Operations()
        .SelectMany(operation => operation.Value!["responses"]!.AsObject().Select(answer => answer.Value).Append(operation.Value!["requestBody"])
            .Select(message => message?["content"]?["application/json"])
            .Where(json => json is not null && json["schema"] is not JsonObject { Count: > 0 })
            .Select(_ => $"{operation.Key} reads or answers JSON without a contract.")));

    [Fact]
    public async Task Every_example_is_as_the_document_says()
    {
        foreach (var (route, method) in RouteTable.Routes.SelectMany(route => route.Methods.Select(method => (route, method))))
        {
            var operation = Document["paths"]![route.Path]?[method.ToLowerInvariant()];
            var answers = operation?["responses"]!.AsObject().Select(answer => (SchemaCheck.Answer(route, method, answer.Key), answer.Value)) ?? [];
            foreach (var (schema, message) in answers.Append((SchemaCheck.Body(route, method), operation?["requestBody"])))
            {
                if (message?["content"]?["application/json"]?["example"] is { } example)
                    Assert.Equal((route.Function, ""), (route.Function, await SchemaCheck.FindErrorsAsync(schema, example.ToJsonString())));
            }
        }
    }

    [Fact]
    public async Task A_member_that_the_document_does_not_know_is_found_and_one_that_is_missing()
    {
        var schema = SchemaCheck.Answer(RouteTable.Routes.Single(route => route.Function == "GetHealth"), "GET", "200");
        Assert.Contains("additional", await SchemaCheck.FindErrorsAsync(schema, """{"status":"ok","secret":1}"""), StringComparison.Ordinal);
        var sync = SchemaCheck.Answer(RouteTable.Routes.Single(route => route.Function == "SyncDocuments"), "POST", "200");
        Assert.Contains("cursor", await SchemaCheck.FindErrorsAsync(sync, """{"hasMore":false,"results":[],"changes":[]}"""), StringComparison.Ordinal);
    }

    /// <summary>A parameter that the code reads and nobody declares would be one that nobody can find.</summary>
    [Fact]
    public void Every_query_parameter_that_a_feature_reads_is_declared_by_one_of_its_functions()
    {
        var declared = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value!["parameters"]?.AsArray() ?? [])
            .Where(parameter => (string?)parameter!["in"] == "query")
            .Select(parameter => (string)parameter!["name"]!)
            .ToHashSet();
        var read = Sources().SelectMany(file => Parameter().Matches(file.Text)).Select(match => match.Groups[1].Value).Distinct();
        Assert.Empty(read.Except(declared));
    }

    private static Dictionary<string, JsonNode?> Operations() => Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject())
        .ToDictionary(operation => (string)operation.Value!["operationId"]!, operation => operation.Value);

    private static IEnumerable<(string Path, string Text)> Sources() => Directory.EnumerateFiles(Functions, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(path => (path, File.ReadAllText(path)));

    [GeneratedRegex(@"\[HttpTrigger\(AuthorizationLevel", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trigger();

    [GeneratedRegex(@"\[Function\((?:""z"" \+ )?nameof\((\w+)\)\)\]\s*(?:\[[^\]\n]*\]\s*)*?\[Body<", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonReader();

    [GeneratedRegex(@"request\.(?:Text|Int|Number|Time|Day|Cursor)\(""(\w+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
