namespace FitServerless.Coach.Model;

public sealed record ModelImage(ReadOnlyMemory<byte> Bytes, string MediaType);
