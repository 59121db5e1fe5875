export const accounts = {
  "accounts.sign_in": "Sign in",
  "accounts.sign_up": "Create an account",
  "accounts.welcome": "Welcome to Candor",
  "accounts.forgot": "Forgot your password?",
  "accounts.reset": "Choose a new password",
  "accounts.invitation": "Invitation",
  "accounts.verify_email": "Confirm your email address",
} as const;
