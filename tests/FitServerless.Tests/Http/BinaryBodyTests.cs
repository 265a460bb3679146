using FitServerless.Files;
using FitServerless.Functions.Files;
using FitServerless.Tests.Backups;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Http;

/// <summary>Bodies that are larger than they may be, at a function that takes files. That the answer is 413 is for the tests over HTTP.</summary>
public sealed class BinaryBodyTests
{
    private const int Limit = 10 * 1024 * 1024;

    [Fact]
    public async Task One_that_says_so_is_refused_before_a_byte_of_it_is_read()
    {
        var body = new EndlessStream();
        var request = Request(body);
        request.ContentLength = Limit + 1;
        await RefusedAsync(request);
        Assert.Equal(0, body.Given);
    }

    [Fact]
    public async Task One_that_does_not_is_refused_at_the_limit_in_less_than_twice_as_much_memory()
    {
        var (body, before) = (new EndlessStream(), GC.GetAllocatedBytesForCurrentThread());
        await RefusedAsync(Request(body));
        // The body never waits, so all of it ran on this thread.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Limit, 2L * Limit);
        Assert.Equal(Limit + 1, body.Given);
    }

    private static async Task RefusedAsync(HttpRequest request)
    {
        // It reads the body before it asks anybody anything.
        var function = new AvatarFunctions(null!, Options.Create(new FilesOptions { MaxAvatarBytes = Limit }), null!);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => function.PutAvatar(request, default));
        Assert.Equal("ProblemException", refused.GetType().Name);
    }

    private static HttpRequest Request(Stream body)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = body;
        return request;
    }
}
