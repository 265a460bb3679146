using System.Text.RegularExpressions;
using FitServerless.Functions.OpenApi;

namespace FitServerless.Tests.OpenApi;

/// <summary>Lets no JSON through to a test that /openapi.json does not describe, member by member.</summary>
internal sealed partial class DescribedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Of what is larger, there is a smaller one in another test.</summary>
    private const int MaxLength = 256 * 1024;

    /// <summary>In the order in which the host tries them.</summary>
    private static readonly (Regex Path, Route Route)[] Routes =
        [.. RouteTable.Routes.OrderBy(route => route.Function, StringComparer.OrdinalIgnoreCase).Select(route => (PatternOf(route), route))];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (await SchemaAsync(request, answer, cancellationToken) is not { } schema)
            return answer;
        var json = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (json.Length is > 0 and <= MaxLength && await SchemaCheck.FindErrorsAsync(schema, json) is { Length: > 0 } errors)
        {
            var asked = $"{request.Method} {request.RequestUri!.AbsolutePath}";
            throw new InvalidOperationException($"{asked} is not as /openapi.json has it: {errors} {json}");
        }

        return answer;
    }

    /// <summary>Where the document says what the answer is made of; <c>null</c> for an answer that is no JSON.</summary>
    private static async Task<string?> SchemaAsync(HttpRequestMessage request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (request.Method == HttpMethod.Head || type is not ("application/json" or "application/problem+json"))
            return null;
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        if (type == "application/problem+json")
            return "/components/schemas/Problem";
        var (method, path) = (request.Method.Method, request.RequestUri!.AbsolutePath);
        var route = Routes.First(route => route.Route.Methods.Contains(method) && route.Path.IsMatch(path)).Route;
        return SchemaCheck.Answer(route, method, $"{(int)answer.StatusCode}");
    }

    private static Regex PatternOf(Route route)
    {
        var template = Regex.Escape(route.Template).Replace(@"\{", "{", StringComparison.Ordinal);
        var pattern = Placeholder().Replace(template, match => match.Value.StartsWith(@"{\*", StringComparison.Ordinal) ? ".*" : "[^/]+");
        return new Regex($"^/{pattern}/?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
