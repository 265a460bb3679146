using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Tests.Durable.App;

public static class DurableHttpFunctions
{
    [Function(nameof(WriteLine))]
    public static async Task<IResult> WriteLine(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "notebooks/{key}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string key,
        string line,
        CancellationToken cancellation)
    {
        await client.Entities.SignalEntityAsync(
            new EntityInstanceId(nameof(Notebook), key), nameof(Notebook.Write), line, cancellation: cancellation);
        return Results.Accepted();
    }
}
