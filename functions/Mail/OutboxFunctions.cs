using System.Text.Json;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace FitServerless.Functions.Mail;

/// <summary>The letters that would have been sent. Only where the environment's name is Development.</summary>
public sealed class OutboxFunctions(Outbox outbox, IHostEnvironment environment)
{
    [Function(nameof(GetOutbox))]
    [Summary("Letters that would have been sent; only in development.")]
    [Answer<IReadOnlyList<SentLetter>>(200, "Newest first")]
    [Refuses(404)]
    [AllowAnonymous]
    public async Task<IResult> GetOutbox(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dev/outbox")] HttpRequest request, CancellationToken cancellationToken) =>
        environment.IsDevelopment()
            ? new NoStore(new ListAnswer<SentLetter>(await outbox.ListAsync(cancellationToken), null, Write))
            : new ProblemResult(Problems.NotFound);

    private static void Write(Utf8JsonWriter writer, SentLetter letter) =>
        JsonSerializer.Serialize(writer, letter, MailJson.Default.SentLetter);
}
