namespace FitServerless.Functions.OpenApi;

/// <summary>The function answers with a stream of server-sent events.</summary>
internal sealed class EventsAttribute : AnswerAttribute
{
    public EventsAttribute(string description)
        : base(200, description) => MediaType = "text/event-stream";
}
