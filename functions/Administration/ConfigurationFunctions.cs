using System.Text.Json;
using FitServerless.Administration;
using FitServerless.Administration.Switches;
using FitServerless.Cleanup;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Administration;

/// <summary>How the app is set up and what it does by itself, for admins.</summary>
public sealed class ConfigurationFunctions(ConfigurationService configuration, CleanupHistory cleanups, CurrentUser user)
{
    private const int MaxBody = 4 * 1024;

    [Function(nameof(GetConfiguration))]
    [Summary("The settings in force, secrets by name only, and the switches; for admins.")]
    [Answer<SystemConfiguration>(200)]
    [Refuses(403)]
    public async Task<IResult> GetConfiguration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/admin/configuration")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answer(await configuration.ReadAsync(user.Caller, cancellationToken));

    [Function(nameof(SetConfiguration))]
    [Summary("Sets all switches; what is left out is as the settings have it. For admins.")]
    [Header("If-Match")]
    [Body<SwitchValues>]
    [Answer<SystemConfiguration>(200)]
    [Refuses(403, 412)]
    public async Task<IResult> SetConfiguration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/admin/configuration")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var switches = await request.ReadAsync(AdministrationJson.Default.SwitchValues, MaxBody, cancellationToken);
        return Answer(await configuration.ChangeAsync(user.Caller, switches, request.IfMatch(), cancellationToken));
    }

    [Function(nameof(ListCleanups))]
    [Summary("What cleanups did, newest first; for admins.")]
    [Paged]
    [Answer<IReadOnlyList<CleanupRun>>(200)]
    [Refuses(403)]
    public async Task<IResult> ListCleanups(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/admin/cleanups")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (request.Int("limit", 100, 1, 1000), ListCursors.Decode(request.Text("cursor")));
        return await cleanups.ListAsync(user.Caller, cursor, limit, cancellationToken) is { } page
            ? new ListAnswer<CleanupRun>(page.Runs, page.Next, (writer, run) => JsonSerializer.Serialize(writer, run, CleanupJson.Default.CleanupRun))
            : new ProblemResult(Problems.NotAdmin);
    }

    private static IResult Answer(ConfigurationOutcome outcome) => outcome switch
    {
        ConfigurationOutcome.Found { Configuration: var found } => new Tagged(
            found.Version, TypedResults.Json(found, AdministrationJson.Default.SystemConfiguration)),
        ConfigurationOutcome.Changed { Current: var current } => new ProblemResult(Problems.PreconditionFailed(
            new StoredJson(JsonSerializer.SerializeToUtf8Bytes(current, AdministrationJson.Default.SystemConfiguration)))),
        _ => new ProblemResult(Problems.NotAdmin),
    };
}
