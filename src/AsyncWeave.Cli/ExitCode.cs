namespace AsyncWeave.Cli;

/// <summary>What the process ends with; where several apply the highest wins, because the lower ones rest on it.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int GateFailed = 1;
    public const int WrongUsage = 2;
    public const int Unreadable = 3;
    public const int Fault = 4;
}
