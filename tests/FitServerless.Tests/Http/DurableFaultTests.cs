using System.Net;
using System.Security.Cryptography;
using FitServerless.Azurite;
using FitServerless.Tests.Api;
using FitServerless.Tests.Chat;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Http;

/// <summary>What the real durable client throws is an outage or a bug, as storage's own faults are.</summary>
public sealed class DurableFaultTests
{
    [Theory]
    [InlineData(StatusCode.Unknown, HttpStatusCode.ServiceUnavailable, "storage-unavailable")]
    [InlineData(StatusCode.Unavailable, HttpStatusCode.ServiceUnavailable, "storage-unavailable")]
    [InlineData(StatusCode.DeadlineExceeded, HttpStatusCode.ServiceUnavailable, "storage-unavailable")]
    [InlineData(StatusCode.Internal, HttpStatusCode.ServiceUnavailable, "storage-unavailable")]
    [InlineData(StatusCode.InvalidArgument, HttpStatusCode.InternalServerError, "internal")]
    [InlineData(StatusCode.Unimplemented, HttpStatusCode.InternalServerError, "internal")]
    public async Task A_message_that_the_host_does_not_take_is_to_be_sent_again(StatusCode code, HttpStatusCode expected, string problem)
    {
        (string, string) secret = ("JWT_SECRET", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString, secret);
        await using var broken = await ApiFixture.StartHostAsync(
            azurite.ConnectionString, services => services.AddSingleton<DurableTaskClient>(new BrokenDurableClient(code)), runTimers: true, secret);
        using var http = ApiFixture.Client(host.BaseAddress);
        var (ada, bob) = (await ChatUser.RegisterAsync(http, "Ada"), await ChatUser.RegisterAsync(http, "Bob"));
        var room = await ada.CreateRoomAsync(bob);

        using var other = ApiFixture.Client(broken.BaseAddress);
        var answer = await ada.At(other).Api.SendAsync(HttpMethod.Post, $"chat/{room}/messages", new { content = "Hello" });
        await ApiAssert.ProblemAsync(answer, expected, problem);
        Assert.Equal(expected == HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
    }
}
