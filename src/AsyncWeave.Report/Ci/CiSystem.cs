namespace AsyncWeave.Report.Ci;

/// <summary>A build server that reads commands from the log.</summary>
public enum CiSystem
{
    None,
    GitHub,
    AzureDevOps,
    GitLab,
    TeamCity,
}
