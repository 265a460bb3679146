using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.OpenApi;

namespace FitServerless.Functions.OpenApi;

/// <summary>
/// The app's HTTP interface as an <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1</a> document, made from the functions
/// themselves when it is first asked for.
/// </summary>
internal static class ApiDescription
{
    public static byte[] Write()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var writer = new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true });
        Describe().SerializeAsV31(writer);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static OpenApiDocument Describe()
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "FitServerless",
                Version = typeof(ApiDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0",
                Description = "Offline-first sync of workouts, plans, goals and food; a coach; chat; files and backups.",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            },
            Servers = [new OpenApiServer { Url = "/" }],
            Paths = [],
            Tags = RouteTable.Routes.Select(Operations.TagOf).Distinct().Order().Select(name => new OpenApiTag { Name = name }).ToHashSet(),
        };
        foreach (var (name, scheme) in SecuritySchemes.All)
            document.AddComponent(name, scheme);
        document.AddComponent(ProblemSchema.Name, ProblemSchema.Of());
        AddPaths(document);
        return document;
    }

    private static void AddPaths(OpenApiDocument document)
    {
        var schemas = new Schemas(document);
        var operations = new Operations(document, schemas, new Responses(document, schemas));
        foreach (var path in RouteTable.Routes.GroupBy(route => route.Path))
        {
            var item = new OpenApiPathItem { Operations = [] };
            foreach (var route in path)
            {
                foreach (var method in route.IsCatchAll ? ["GET"] : route.Methods)
                    item.Operations[new HttpMethod(method)] = operations.Of(route, method);
            }

            document.Paths[path.Key] = item;
        }
    }
}
