using FitServerless.Coach.Model;
using static FitServerless.Tests.Coach.Model.FakeOpenAI;

namespace FitServerless.Tests.Coach.Model;

public sealed class AzureOpenAIModelTests
{
    private static readonly ModelReply Answer = new ModelReply.Completed("Rest today.");

    [Fact]
    public async Task A_prompt_goes_out_as_it_is_with_its_schema_strict_and_without_tools()
    {
        await using var test = await ModelUnderTest.StartAsync();
        Assert.Equal(Answer, await test.AskAsync());
        var request = Assert.Single(test.Server.Requests);
        Assert.StartsWith("/openai/deployments/chat/chat/completions?api-version=", request["path"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("secret", request["key"]!.GetValue<string>());
        Assert.Equal(["system", "user", "assistant", "user"], request["messages"]!.AsArray().Select(m => m!["role"]!.GetValue<string>()));
        Assert.Equal("answer", request["response_format"]!["json_schema"]!["name"]!.GetValue<string>());
        Assert.True(request["response_format"]!["json_schema"]!["strict"]!.GetValue<bool>());
        Assert.Null(request["tools"]);
        Assert.Null(request["user"]);
    }

    [Fact]
    public async Task A_call_is_recorded_with_its_tokens_and_nothing_of_its_words()
    {
        await using var test = await ModelUnderTest.StartAsync();
        await test.AskAsync();
        Assert.Equal(new AiRequest("ada", test.Clock.Now, "chat", "chat", 100, 20, "completed", 0), Assert.Single(test.Log.Requests));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_after_as_long_as_it_says()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Fails(429, ("Retry-After", "3")), Fails(429, ("retry-after-ms", "250")));
        Assert.Equal(Answer, await test.AskAsync());
        Assert.Equal(3, test.Server.Requests.Count);
        Assert.Equal([TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(250)], test.Clock.Waits);
        Assert.Single(test.Log.Requests);
    }

    [Fact]
    public async Task A_busy_service_may_say_a_date()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Fails(429, ("Retry-After", test.Clock.Now.AddSeconds(3).ToString("R"))));
        Assert.Equal(Answer, await test.AskAsync());
        Assert.Equal([TimeSpan.FromSeconds(3)], test.Clock.Waits);

        test.Server.Then(Fails(429, ("Retry-After", test.Clock.Now.AddMinutes(1).ToString("R"))));
        Assert.Equal(new ModelReply.Unavailable("answered 429"), await test.AskAsync());
        Assert.Equal(3, test.Server.Requests.Count);
    }

    [Fact]
    public async Task Who_wants_to_be_left_alone_for_long_is()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Fails(429, ("Retry-After", "60")));
        Assert.Equal(new ModelReply.Unavailable("answered 429"), await test.AskAsync());
        Assert.Single(test.Server.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task A_failing_service_is_asked_four_times_at_most_with_growing_waits(int status)
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Usual = Fails(status);
        Assert.Equal(new ModelReply.Unavailable($"answered {status}"), await test.AskAsync());
        Assert.Equal(4, test.Server.Requests.Count);
        Assert.Equal(3, test.Clock.Waits.Count);
        Assert.All(test.Clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
        Assert.Equal("unavailable", Assert.Single(test.Log.Requests).Outcome);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_refusal_for_good_is_not_repeated(int status)
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Usual = Fails(status);
        Assert.Equal(new ModelReply.Unavailable($"answered {status}"), await test.AskAsync());
        Assert.Single(test.Server.Requests);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up_in_time()
    {
        await using var test = await ModelUnderTest.StartAsync();
        var reached = new TaskCompletionSource();
        test.Server.Then(Hangs(reached));
        var asking = test.AskAsync();
        await reached.Task;
        test.Clock.RunOut();
        Assert.Equal(new ModelReply.Unavailable("no answer in time"), await asking);
    }

    [Fact]
    public async Task A_question_whose_time_is_over_is_not_asked()
    {
        await using var test = await ModelUnderTest.StartAsync();
        var late = ModelUnderTest.Prompt with { Deadline = test.Clock.Now };
        Assert.Equal(new ModelReply.Unavailable("no time left"), await test.Model.CompleteAsync(late, "ada", default));
        var inTime = late with { Deadline = test.Clock.Now.AddSeconds(30) };
        Assert.Equal(Answer, await test.Model.CompleteAsync(inTime, "ada", default));
        Assert.Single(test.Server.Requests);
    }

    [Fact]
    public async Task Who_hangs_up_is_not_waited_for_and_the_call_is_on_record()
    {
        await using var test = await ModelUnderTest.StartAsync();
        using var caller = new CancellationTokenSource();
        var reached = new TaskCompletionSource();
        test.Server.Then(Hangs(reached));
        var asking = test.AskAsync(caller.Token);
        await reached.Task;
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal("unavailable", Assert.Single(test.Log.Requests).Outcome);
    }

    [Fact]
    public async Task Half_an_answer_or_no_json_is_asked_for_again()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(HangsUpAfter("{\"id\":\"1\",\"choices\":["), Raw(200, "<html>Bad gateway</html>"), Raw(200, "{}"));
        Assert.Equal(Answer, await test.AskAsync());
        Assert.Equal(4, test.Server.Requests.Count);
    }

    [Fact]
    public async Task A_filtered_prompt_a_filtered_answer_and_a_model_that_declines_are_refusals()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Filters(), Says("", "content_filter"), Declines());
        for (var i = 0; i < 3; i++)
            Assert.Equal(new ModelReply.Refused(), await test.AskAsync());
        Assert.Equal(3, test.Server.Requests.Count);
        Assert.All(test.Log.Requests, request => Assert.Equal("refused", request.Outcome));
    }

    [Fact]
    public async Task An_answer_that_grew_too_long_is_cut_off()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Says("{\"a\":", "length"));
        Assert.Equal(new ModelReply.CutOff("{\"a\":"), await test.AskAsync());
    }

    [Fact]
    public async Task After_several_failures_the_service_is_left_alone_for_a_while_and_then_tried_once()
    {
        await using var test = await ModelUnderTest.StartAsync(retries: 0);
        test.Server.Usual = Fails(500);
        for (var i = 0; i < ModelPatience.Throughput; i++)
            await test.AskAsync();
        Assert.Equal(new ModelReply.Unavailable("left alone for a while after failing"), await test.AskAsync());
        Assert.Equal(ModelPatience.Throughput, test.Server.Requests.Count);

        test.Clock.Now += ModelPatience.Break + TimeSpan.FromSeconds(1);
        test.Server.Usual = Says("Rest today.");
        Assert.Equal(Answer, await test.AskAsync());
        Assert.Equal(Answer, await test.AskAsync());
    }

    [Fact]
    public async Task A_stream_is_told_piece_by_piece()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Streams("Rest ", "today."));
        Assert.Equal((Answer, "Rest today."), await test.StreamAsync());
        Assert.True(test.Server.Requests.Single()["stream"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_stream_that_breaks_is_cut_off_and_not_begun_again()
    {
        await using var test = await ModelUnderTest.StartAsync();
        var first = new TaskCompletionSource();
        test.Server.Then(HangsUpAfter(Chunk("Rest "), "text/event-stream", first.Task));
        Assert.Equal((new ModelReply.CutOff("Rest "), "Rest "), await test.StreamAsync(first));
        Assert.Single(test.Server.Requests);
    }

    [Fact]
    public async Task A_stream_that_ends_without_saying_so_is_cut_off()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Raw(200, Chunk("Rest ") + "data: [DONE]\n\n", "text/event-stream"));
        Assert.Equal((new ModelReply.CutOff("Rest "), "Rest "), await test.StreamAsync());
    }

    [Fact]
    public async Task A_stream_that_fails_before_its_first_word_is_asked_for_again()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Fails(503), Raw(200, "data: [DONE]\n\n", "text/event-stream"), Streams("Rest today."));
        Assert.Equal((Answer, "Rest today."), await test.StreamAsync());
    }

    [Fact]
    public async Task Texts_become_vectors_of_the_agreed_size_in_order()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Embeds(Vector(1), Vector(2)));
        var vectors = await test.Model.EmbedAsync(["a", "b"], "app", default);
        Assert.Equal([1f, 2f], vectors!.Select(vector => vector.Span[0]));
        var request = Assert.Single(test.Server.Requests);
        Assert.StartsWith("/openai/deployments/vectors/embeddings?", request["path"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(ModelLimits.Dimensions, request["dimensions"]!.GetValue<int>());
        Assert.Equal(("embedding", 7), (test.Log.Requests.Single().Purpose, test.Log.Requests.Single().PromptTokens));
    }

    [Fact]
    public async Task Vectors_of_another_size_or_number_are_none()
    {
        await using var test = await ModelUnderTest.StartAsync();
        test.Server.Then(Embeds([1f, 2f]), Embeds(Vector(1), Vector(2)), Fails(404));
        for (var i = 0; i < 3; i++)
            Assert.Null(await test.Model.EmbedAsync(["a"], "app", default));
    }

    [Fact]
    public async Task A_photo_goes_to_the_deployment_that_can_see()
    {
        await using var test = await ModelUnderTest.StartAsync();
        var prompt = ModelUnderTest.Prompt with { Image = new ModelImage(new byte[] { 1, 2, 3 }, "image/png") };
        Assert.Equal(Answer, await test.Model.CompleteAsync(prompt, "ada", default));
        var request = test.Server.Requests.Single();
        Assert.StartsWith("/openai/deployments/eyes/chat/", request["path"]!.GetValue<string>(), StringComparison.Ordinal);
        var url = request["messages"]![3]!["content"]![1]!["image_url"]!["url"]!.GetValue<string>();
        Assert.Equal("data:image/png;base64,AQID", url);
    }

    private static float[] Vector(float first) => [first, .. new float[ModelLimits.Dimensions - 1]];
}
